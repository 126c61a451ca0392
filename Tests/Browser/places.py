"""Places of the demo board as each role sees them: its own, others' in the same institution, and foreign ones."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from world import World


@dataclass(frozen=True)
class Places:
    """Ids of real rows for each situation of the matrix of doors."""

    levels: dict[str, str]
    own: dict[str, int]
    other: dict[str, int]
    foreign: dict[str, int]
    account: int

    def parts(self, situation: str) -> dict[str, int]:
        """What stands in an address in a situation; nothing where addresses cannot tell it."""
        names = {"Institution": "institution", "Class": "class", "Pupil": "pupil"}
        for ending, name in names.items():
            if situation.endswith(ending):
                kind = situation.removesuffix(ending)
                # Another institution is the foreign one: there is only one's own besides.
                found = {"own": self.own, "other": self.other, "foreign": self.foreign}[kind]
                return {name: found[name]}
        return {}


def read_places(world: World) -> Places:
    """Reads the ids from the demo's own tables, as no role sees all of them."""
    file = world.database.removeprefix("sqlite:") + "/data.sqlite"
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as data:
        grants = data.execute("SELECT role, institution_id, class_id, pupil_id FROM grant_role").fetchall()
        levels = {role: _level(*ids) for role, *ids in grants}
        own = next(ids for role, *ids in grants if role == "partner")
        institution, group, pupil = own

        def one(sql: str, *values: int) -> int:
            row = data.execute(sql, values).fetchone()
            assert row, sql
            return row[0]

        away = one("SELECT min(institution_id) FROM enrolment WHERE to_day = 0 AND institution_id <> ?", institution)
        foreign_class = one("SELECT min(class_id) FROM enrolment WHERE to_day = 0 AND institution_id = ?", away)
        return Places(
            levels=levels,
            own={"institution": institution, "class": group, "pupil": pupil},
            other={
                "institution": away,
                "class": one(
                    "SELECT min(class_id) FROM enrolment WHERE to_day = 0 AND institution_id = ? AND class_id <> ?",
                    institution,
                    group,
                ),
                "pupil": one(
                    "SELECT min(pupil_id) FROM enrolment WHERE to_day = 0 AND class_id = ? AND pupil_id <> ?",
                    group,
                    pupil,
                ),
            },
            foreign={
                "class": foreign_class,
                "pupil": one("SELECT min(pupil_id) FROM enrolment WHERE to_day = 0 AND class_id = ?", foreign_class),
            },
            account=one("SELECT account_id FROM grant_role WHERE role = 'teacher'"),
        )


def _level(institution: int, group: int, pupil: int) -> str:
    return "pupil" if pupil else "class" if group else "institution" if institution else "tenant"
