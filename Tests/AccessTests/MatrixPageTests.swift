import Frame
import Kernel
import Pages
import SekmeTesting
import Testing

@testable import Access

/// Who may what, in one look: permissions by roles, and each role by itself.
struct MatrixPageTests {
    private static let matrix = PermissionMatrix(HouseBook([accessRoom]))

    private static let table = MatrixTable(matrix: matrix, language: .lv)

    @Test func `a line says of every role whether it may, and where`() {
        func places(_ permission: Permission, _ role: Role) -> [String] {
            Self.table.places(of: permission, role)
        }
        #expect(places(.exportPersons, .boardSpecialist) == ["pārvaldē"])
        #expect(places(.exportPersons, .head) == ["iestādē"])
        #expect(places(.exportPersons, .preventionCoordinator) == ["pārvaldē", "iestādē"])
        #expect(places(.readPupils, .classTeacher) == ["klasē"])
        #expect(places(.readTeacherFigures, .teacher) == ["sev"])
        #expect(places(.ownAccount, .reader) == ["sev"])
        #expect(places(.exportPersons, .reader) == [])
    }

    @Test func `there are as many ticks as roles with permissions, and a column for each role`() {
        let html = Self.table.html.string
        let held = Self.matrix.permissions.flatMap { permission in
            Role.all.filter { role in
                Self.matrix.lines.contains { line in
                    line.role.name == role.name && line.allowed[permission.name]?.isEmpty == false
                }
            }
        }
        #expect(html.ranges(of: "✓</span>").count == held.count)
        for role in Role.all { #expect(html.contains("<span>\(role.words.lv)</span></th>"), "\(role.name)") }
    }

    @Test func `a role has a page of its own, with what it needs`() async throws {
        try await withWorld(.sqlite, isDemo: true) { world in
            try await world.add("las", NewRole("reader", in: .tenant))
            let outcome = try await world.visited.signIn("las", World.password, from: World.visitor)
            let browser = Browser(world: world, session: try #require(outcome.session))
            let all = try await browser.get(MatrixPage()).text
            #expect(all.contains("href=\"/permissions?role=head\""))
            let head = try await browser.get(MatrixPage(), query: ["role": "head"]).text
            #expect(head.contains("id=\"role-head\"") && !head.contains("id=\"matrix\""))
            #expect(head.contains("Vajadzīgs otrais faktors.") == Role.head.needsSecondFactor)
        }
    }
}
