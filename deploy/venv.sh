#!/bin/sh
# Makes .venv hold what uv.lock says.
#   sh deploy/venv.sh run    what the site needs
#   sh deploy/venv.sh dev    with the tools of the tests
set -eu

what=${1:-run}
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"

# A stamp of `dev` serves `run` too.
wanted=$(cat uv.lock pyproject.toml deploy/venv.sh | cksum)
for stamp in .venv/.synced-dev ".venv/.synced-$what"; do
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c '' 2>/dev/null; then
        exit 0
    fi
done

find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

say_and_stop() {
    echo "$1" >&2
    exit 1
}

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$(find_python)
    [ -n "$python" ] || say_and_stop "Altavoz needs Python 3.11 or newer. On Debian or Ubuntu:
    sudo apt-get install python3 python3-venv"
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$python" -c 'import ensurepip, venv' 2>/dev/null || say_and_stop \
        "Python $version lacks its venv module. On Debian or Ubuntu:
    sudo apt-get install python$version-venv"
    echo "Creating .venv with Python $version …"
    "$python" -m venv --clear .venv
fi

if ! .venv/bin/python -m uv --version >/dev/null 2>&1; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
fi

echo "Installing what uv.lock names …"
if [ "$what" = dev ]; then
    set -- --group dev
else
    # What a developer has installed stays.
    set -- --no-dev --inexact
fi
.venv/bin/python -m uv sync --frozen --quiet --python .venv/bin/python --no-python-downloads "$@"
echo "$wanted" >".venv/.synced-$what"
