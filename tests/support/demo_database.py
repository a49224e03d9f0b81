"""The tests' database with the demo in it, put back in a moment after a test that commits."""

import psycopg
from django.db import connections
from psycopg import sql

END_SESSIONS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"


class DemoDatabase:
    """A copy of the test database taken once, and the way back to it."""

    def __init__(self) -> None:
        self.settings = connections["default"].settings_dict
        self.name = self.settings["NAME"]
        self.copy = f"{self.name}_demo"

    def keep(self) -> None:
        """Take the copy."""
        self._clone(source=self.name, target=self.copy)

    def restore(self) -> None:
        """Make the test database what it was when the copy was taken."""
        self._clone(source=self.copy, target=self.name)

    def drop(self) -> None:
        """Forget the copy, and let go of the database, so that it can be dropped in its turn.

        A browser may hold on to the live server, and a thread of that to the database, until the
        process ends.
        """
        connections.close_all()
        with self._server() as server:
            server.execute(self._drop(self.copy))
            server.execute(END_SESSIONS, [self.name])

    def _clone(self, *, source: str, target: str) -> None:
        connections.close_all()
        with self._server() as server:
            server.execute(self._drop(target))
            names = {"target": sql.Identifier(target), "source": sql.Identifier(source)}
            server.execute(
                sql.SQL("CREATE DATABASE {target} TEMPLATE {source} STRATEGY FILE_COPY").format(
                    **names
                )
            )

    def _drop(self, name: str) -> sql.Composed:
        return sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))

    def _server(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            dbname="postgres",
            user=self.settings["USER"],
            host=self.settings["HOST"] or self.settings["OPTIONS"].get("host"),
            port=self.settings["PORT"] or None,
            password=self.settings["PASSWORD"] or None,
            autocommit=True,
        )
