import Frame
import Kernel
import Pages
import SekmeTesting
import Testing

@testable import Access

/// Who may what, in one look: permissions by roles, and each role by itself.
struct MatrixPageTests {
    private static let matrix = PermissionMatrix(HouseBook([accessRoom]))

    /// The cells of a permission in the table, by the names of roles, without markup.
    private func cells(_ permission: Permission) throws -> [String: String] {
        let html = MatrixTable(matrix: Self.matrix, language: .lv).html.string
        let line = try #require(
            html.split(separator: "</tr>").first { $0.contains(">\(permission.words.lv)</th>") }
        )
        let words = line.split(separator: "</td>").filter { $0.contains("<td") }.map { cell in
            let plain = cell.replacing("<span aria-hidden=\"true\">✓ </span>", with: "✓ ")
            return String(plain.split(separator: ">", omittingEmptySubsequences: false).last ?? "")
        }
        #expect(words.count == Role.all.count)
        return Dictionary(uniqueKeysWithValues: zip(Role.all.map(\.name), words))
    }

    @Test func `a line says of every role whether it may, and where`() throws {
        let exports = try cells(.exportPersons)
        #expect(exports["board-specialist"] == "✓ pārvaldē")
        #expect(exports["head"] == "✓ iestādē")
        #expect(exports["pmp-coordinator"] == "✓ pārvaldē, iestādē")
        for role in Role.all where role.breadths(.exportPersons).isEmpty {
            #expect(exports[role.name]?.contains("✓") == false, "\(role.name)")
        }
        #expect(try cells(.readPupils)["class-teacher"] == "✓ klasē")
    }

    @Test func `a tick stands where the matrix has any situation, and nowhere else`() throws {
        for permission in Self.matrix.permissions {
            let cells = try cells(permission)
            for role in Role.all {
                let may = Self.matrix.lines.contains { line in
                    line.role.name == role.name && line.allowed[permission.name]?.isEmpty == false
                }
                #expect(cells[role.name]?.contains("✓") == may, "\(permission.name) \(role.name)")
            }
        }
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
