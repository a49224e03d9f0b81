"""Keys of a trial site: made on first use and kept beside its database."""

import base64
import json
import secrets
from pathlib import Path


def trial_keys(path: Path) -> dict[str, str]:
    """The keys stored at ``path``, created with fresh randomness when there are none."""
    if not path.exists():
        fresh = {
            "secret_key": secrets.token_urlsafe(50),
            "seal_key": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
            "hash_key": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        }
        path.write_text(json.dumps(fresh))
        path.chmod(0o600)
    keys: dict[str, str] = json.loads(path.read_text())
    return keys
