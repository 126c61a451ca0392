package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// What other systems call the rows of the registers.
    package static let sourcedIDs = RegisterTable(
        "sourced_id",
        columns: ["institution_id", "kind", "source", "sourced_id", "entity_id"],
        noun: FactWords(
            Text(lv: "Citu sistēmu identifikatori", en: "Identifiers of other systems"),
            Noun(lv: "identifikators", "identifikatori", en: "identifier", "identifiers")
        ),
        references: []
    )
}

extension Migration {
    /// `kind` is a number of ``SourcedKind``; `institution_id` is 0 where the row is of none.
    static let sourcedIDs = Migration(
        id: "2026-11-sourced-ids",
        tables: [
            TableNote(
                name: "sourced_id",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id", "id"]
            )
        ],
        sql: """
            CREATE TABLE sourced_id (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL DEFAULT 0,
                kind INTEGER NOT NULL DEFAULT 0,
                source TEXT NOT NULL DEFAULT '',
                sourced_id TEXT NOT NULL DEFAULT '',
                entity_id INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX sourced_id_text ON sourced_id (tenant_id, kind, source, sourced_id);
            CREATE INDEX sourced_id_entity ON sourced_id (tenant_id, kind, entity_id);
            """
    )
}

/// What an identifier of another system names.
package enum SourcedKind: Int, Sendable, CaseIterable {
    /// An institution.
    case institution = 1
    /// A class.
    case classGroup = 2
    /// A teaching group.
    case group = 3
    /// A subject.
    case subject = 4
    /// A pupil.
    case pupil = 5
    /// A member of staff.
    case staff = 6
    /// The number that parts several works of one subject and day.
    case work = 7
    /// A school year or a term: four times the year with the term.
    case session = 8
    /// An education programme.
    case programme = 9

    /// The registers of the kinds that have one.
    static let tables: [(kind: SourcedKind, table: RegisterTable)] = [
        (.institution, .institutions), (.classGroup, .classGroups), (.group, .teachingGroups),
        (.subject, .subjects), (.pupil, .pupils), (.staff, .staff), (.programme, .programmes),
    ]
}
