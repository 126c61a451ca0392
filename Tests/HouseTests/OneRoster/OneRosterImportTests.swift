import Exchange
import Foundation
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// A set by OneRoster becomes registers and marks; what has no place is told.
struct OneRosterImportTests {
    static let pupils: SQL = """
        SELECT p.surname || ' ' || c.name || ' ' || e.to_day FROM pupil p
        JOIN enrolment e ON e.tenant_id = p.tenant_id AND e.pupil_id = p.id
        JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id ORDER BY p.surname, e.from_day
        """
    static let marks: SQL = """
        SELECT p.surname || ' ' || s.name || ' ' || m.kind || ' ' || m.term || ' ' || t.text || ' ' || c.name
            || ' ' || f.surname
        FROM mark m JOIN pupil p ON p.tenant_id = m.tenant_id AND p.id = m.pupil_id
        JOIN subject s ON s.tenant_id = m.tenant_id AND s.id = m.subject_id
        JOIN mark_text t ON t.tenant_id = m.tenant_id AND t.id = m.text_id
        JOIN class_group c ON c.tenant_id = m.tenant_id AND c.id = m.class_id
        JOIN staff f ON f.tenant_id = m.tenant_id AND f.id = m.teacher_id
        ORDER BY p.surname, m.kind, m.term
        """

    @Test(arguments: Engine.available)
    func `a set of 1.1 becomes registers and marks, is no change the second time, and is taken back`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let before = try await test.texts("SELECT name FROM subject ORDER BY name")
            let (staged, report) = try await test.take(.first)
            #expect(staged.format == "oneroster")
            // The district, the kind of identifier and the guardian have no place.
            #expect(
                try await test.problems(staged) == [
                    "roster.unused orgs.csv:2:type", "roster.unused users.csv:4:userIds",
                    "roster.unused users.csv:6:role",
                ]
            )
            let left = try #require(Day(2026, 2, 13)).number
            #expect(
                try await test.texts(OneRosterImportTests.pupils) == ["Bērziņa 5.a 0", "Kļava 5.a \(left)"]
            )
            #expect(
                try await test.texts(OneRosterImportTests.marks) == [
                    "Bērziņa Matemātika 2 1 8.0 5.a Kalniņa", "Bērziņa Matemātika 3 1 7 5.a Kalniņa",
                    "Kļava Matemātika 2 1 nv 5.a Kalniņa",
                ]
            )
            let members = try await test.texts("SELECT 'm' FROM group_member ORDER BY pupil_id")
            #expect(members.count == 2)
            let again = try await test.stage(.first)
            #expect(again.plan.changes == 0)
            try await Importer(test.desk).undo(try #require(report.batch))
            #expect(try await test.texts("SELECT surname FROM pupil ORDER BY id") == [])
            #expect(try await test.texts("SELECT sourced_id FROM sourced_id ORDER BY id") == [])
            #expect(try await test.texts("SELECT name FROM subject ORDER BY name") == before)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil and a class with new names are the same ones by their identifiers`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            _ = try await test.take(.first)
            let renamed = RosterSet.first.with("users.csv", "Kļava", "Liepa").with(
                "classes.csv",
                ",5.a,",
                ",5.b,"
            )
            .with("users.csv", "{AB-1}", "ab-1")
            _ = try await test.take(renamed)
            let left = try #require(Day(2026, 2, 13)).number
            #expect(
                try await test.texts(OneRosterImportTests.pupils) == ["Bērziņa 5.b 0", "Liepa 5.b \(left)"]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a set of 1.2 has roles, birthdays and files that are not used`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            var set = RosterSet.first.with("manifest.csv", "1.1", "1.2").with(
                "manifest.csv",
                "absent",
                "bulk"
            )
            set.files["users.csv"] = """
                familyName,givenName,sourcedId,primaryOrgSourcedId
                Bērziņa,Anna,AB-1,o1
                Kļava,Jānis,p2,o1
                Kalniņa,Ilze,s1,o1
                """
            set.files["roles.csv"] = """
                sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
                r1,ab-1,primary,student,,,o1
                r2,p2,primary,student,,,o1
                r3,s1,primary,teacher,2025-09-01,,o1
                r4,s1,secondary,principal,2026-01-05,,o1
                """
            set.files["demographics.csv"] = "sourcedId,birthDate,sex,cityOfBirth\np2,2014-03-14,male,Rīga"
            set.files["scoreScales.csv"] = "sourcedId,title\nx,y"
            let (staged, _) = try await test.take(set)
            #expect(staged.plan.skippedSheets == ["scoreScales.csv"])
            #expect(
                try await test.problems(staged) == [
                    "roster.unused orgs.csv:2:type", "roster.unused demographics.csv:2:cityOfBirth",
                ]
            )
            let posts = try await test.texts("SELECT '' || role FROM staff_post ORDER BY role")
            #expect(posts == ["1", "2"])
            let birth = try #require(Day(2014, 3, 14)).number
            let about = try await test.texts(
                "SELECT surname || birth_day || sex FROM pupil WHERE birth_day IS NOT NULL ORDER BY id"
            )
            #expect(about == ["Kļava\(birth)1"])
        }
    }

    @Test(arguments: Engine.available)
    func `a set of changes ends a stay, and finds what earlier sets had`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            _ = try await test.take(.first)
            let changes = RosterSet(files: [
                "manifest.csv": """
                propertyName,value
                oneroster.version,1.1
                source.systemCode,skola
                file.enrollments,delta
                file.users,delta
                """,
                "users.csv": """
                sourcedId,status,dateLastModified,orgSourcedIds,role,givenName,familyName
                p2,tobedeleted,2026-03-02T10:00:00Z,o1,student,Jānis,Kļava
                """,
                "enrollments.csv": """
                sourcedId,status,dateLastModified,classSourcedId,userSourcedId,role,beginDate,endDate
                e1,tobedeleted,2026-03-02T10:00:00.000Z,k5,AB-1,student,2025-09-01,
                """,
            ])
            let (staged, _) = try await test.take(changes)
            #expect(try await test.problems(staged) == ["roster.kept users.csv:2:status"])
            let left = try #require(Day(2026, 3, 2)).number
            let second = try #require(Day(2026, 2, 13)).number
            #expect(
                try await test.texts(OneRosterImportTests.pupils) == [
                    "Bērziņa 5.a \(left)", "Kļava 5.a \(second)",
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a set without a manifest is read as a whole one, and a person is asked about it once`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            var set = RosterSet.first
            set.files["manifest.csv"] = nil
            let (staged, report) = try await test.take(set)
            let told = try await Importer(test.desk).findings(staged.id).filter {
                $0.problem.code == "roster.no-manifest"
            }
            #expect(told.count == 1 && told.first?.kind == .doubtful)
            #expect(told.first?.problem.place == Place(file: "manifest.csv"))
            #expect(staged.plan.hasDoubts && staged.plan.rejected == 0 && report.batch != nil)
        }
    }
}
