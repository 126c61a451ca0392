import Access
import Frame
import Kernel
import SekmeTesting
import Storage

@testable import House

/// A small board for what reports are narrowed to.
enum FilterBoard {
    /// What is chosen by texts, in the order of filters.
    static func chosen(_ typed: [ReportFilter: String], _ finder: FilterFinder) throws -> Selection {
        var selection = Selection(year: SchoolYear(2025))
        for kind in FilterKinds.all {
            guard let text = typed[kind.filter] else { continue }
            try kind.choose(text, &selection, finder)
        }
        return selection
    }

    /// The desk of a new account with a role.
    static func seated(
        _ login: String,
        _ role: String,
        _ scope: Scope,
        _ test: TestWorld
    ) async throws -> Desk {
        try await test.account(login, role, in: scope)
        let desk = test.world.desk(test.tenant, Operator.asker(test.world.house))
        return desk.seated(try await Accounts(desk).asker(login: login))
    }

    /// Two institutions, each with a teacher and a test; one has two classes and a pupil.
    ///
    /// Two pupils who learn nowhere share a code.
    static func open(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            let tenant = test.tenant
            try await test.world.database.data.write { connection in
                for (id, name) in [(1, "Bērzu pamatskola"), (2, "Kļavu pamatskola")] {
                    try connection.execute(
                        """
                        INSERT INTO institution (tenant_id, id, name, search_key, version)
                        VALUES (\(tenant), \(id), \(name), \(LatvianKey.search(name)), 1)
                        """
                    )
                }
                for (id, year, grade, name) in [
                    (11, 2025, 5, "5.a"), (12, 2025, 5, "5.b"), (21, 2026, 6, "6.a"),
                ] {
                    try connection.execute(
                        """
                        INSERT INTO class_group (tenant_id, id, institution_id, year, grade, name, search_key, version)
                        VALUES (\(tenant), \(id), 1, \(year), \(grade), \(name), \(LatvianKey.search(name)), 1)
                        """
                    )
                }
                for (id, code) in [
                    (1_001, "P-1"), (2, "P-2"), (1_003, "2"), (1_004, "D-1"), (1_005, "D-1"),
                ] {
                    try connection.execute(
                        """
                        INSERT INTO pupil (tenant_id, id, external_code, version)
                        VALUES (\(tenant), \(id), \(code), 1)
                        """
                    )
                }
                try connection.execute(
                    """
                    INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, class_id, version)
                    VALUES (\(tenant), 1001, 1, \(SchoolYear(2025).first), 11, 1)
                    """
                )
                for (id, code, surname, forename, place) in [
                    (3, "7", "Ozols", "Juris", 1), (4, "8", "Liepa", "Anna", 2),
                ] {
                    let search = LatvianKey.search("\(surname) \(forename)")
                    try connection.execute(
                        """
                        INSERT INTO staff (tenant_id, id, external_code, surname, forename, search_key, version)
                        VALUES (\(tenant), \(id), \(code), \(surname), \(forename), \(search), 1)
                        """
                    )
                    try connection.execute(
                        """
                        INSERT INTO staff_post (tenant_id, staff_id, institution_id, role, from_day, version)
                        VALUES (\(tenant), \(id), \(place), 1, 0, 1)
                        """
                    )
                }
                try connection.execute(
                    """
                    INSERT INTO subject (tenant_id, id, name, search_key, version)
                    VALUES (\(tenant), 900, 'Matemātika', \(LatvianKey.search("Matemātika")), 1)
                    """
                )
                for (id, code, place) in [(77, "VPD-1", 0), (78, "SKOLA-1", 1), (79, "SKOLA-2", 2)] {
                    try connection.execute(
                        """
                        INSERT INTO assessment (tenant_id, id, code, name_lv, kind, subject_id, grade, year,
                            institution_id, version)
                        VALUES (\(tenant), \(id), \(code), 'Diagnosticējošais darbs', 1, 900, 5, 2025, \(place), 1)
                        """
                    )
                }
            }
            try await body(test)
        }
    }
}
