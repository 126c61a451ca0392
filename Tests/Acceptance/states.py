"""What a database holds, in a form in which two states can be compared."""

import hashlib

from engines import Failed

# Blocks of ids that were taken stay taken, records of the trail wait here until they are moved, and keys are no data.
APART = {"id_counter", "audit_outbox", "sealing_key", "master_key", "migration"}
# When a batch came, and as which run of the program: the one thing that a second run must do otherwise.
TIMES = {"batch": {"import_id", "started_at", "applied_at"}, "undo_row": {"old"}}
# Who did what, of which undoing leaves a record.
PROVENANCE = {"batch", "batch_file", "batch_sheet", "batch_table", "undo_row"}
# Where the column of an id is not called like the register.
REGISTER_OF = {
    "class_id": "class_group",
    "group_id": "teaching_group",
    "measure_id": "kept_measure",
    "scale_id": "mark_scale",
    "teacher_id": "staff",
    "text_id": "mark_text",
}


def exact(tables):
    """A digest of every row as it is, with the ids it has."""
    return digest({name: rows_without(name, rows) for name, rows in tables.items() if name not in APART})


def renumbered(tables):
    """A digest in which every id is its place among the ids of its register.

    A run that was killed while it read has used ids up, so the second run gives the same rows other ids.
    """
    place = {}
    for name, rows in tables.items():
        if rows and "id" in rows[0] and name not in APART | PROVENANCE:
            place[name] = {row["id"]: str(at + 1) for at, row in enumerate(sorted(rows, key=lambda row: int(row["id"])))}
    out = {}
    for name, rows in tables.items():
        if name in APART:
            continue
        kept = []
        for row in rows_without(name, rows):
            kept.append({key: renumber(name, key, value, place) for key, value in row.items()
                         if (name, key) not in {("batch_table", "spans"), ("undo_row", "row_key")}})
        out[name] = kept
    return digest(out)


def data_alone(tables):
    """A digest of registers, facts and cells, without the record of imports."""
    return digest({name: rows for name, rows in tables.items() if name not in APART | PROVENANCE})


def renumber(table, column, value, place):
    register = table if column == "id" else REGISTER_OF.get(column, column.removesuffix("_id"))
    if column != "id" and not column.endswith("_id"):
        return value
    return place.get(register, {}).get(value, value)


def rows_without(name, rows):
    left_out = TIMES.get(name, set())
    for row in rows:
        kept = {key: value for key, value in row.items() if key not in left_out}
        if "undone_at" in kept:
            kept["undone_at"] = str(kept["undone_at"] != "0")
        yield kept


def digest(tables):
    """One digest for each table, so that a difference has a name."""
    out = {}
    for name, rows in tables.items():
        lines = sorted(repr(sorted(row.items())) for row in rows)
        out[name] = f"{len(lines)} rows {hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"
    return out


def must_equal(found, wanted, what):
    if found != wanted:
        names = [name for name in wanted.keys() | found.keys() if found.get(name) != wanted.get(name)]
        shown = "; ".join(f"{name}: {found.get(name)} instead of {wanted.get(name)}" for name in sorted(names))
        raise Failed(f"{what}: {shown}")
