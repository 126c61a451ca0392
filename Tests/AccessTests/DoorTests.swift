import Frame
import Kernel
import Testing

@testable import Access

struct DoorTests {
    private static let book = HouseBook([accessRoom])

    @Test func `only the ways in are open to visitors`() {
        let open = Door.pages(Self.book).filter { $0.situations.isEmpty }.map(\.name)
        #expect(
            Set(open) == [
                "GET /sign-in", "POST /sign-in", "POST /sign-in/code", "POST /sign-out", "POST /view-as/stop",
                "GET /welcome/:token", "POST /welcome/:token",
            ]
        )
    }

    @Test func `addresses are unique`() {
        let names = Door.pages(Self.book).map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count == accessRoom.pages.count)
    }

    @Test func `a role opens the doors of its permissions and no others`() {
        let cases = DoorCase.all(Door.pages(Self.book), Self.book)
        func opening(_ name: String) -> Set<String> {
            Set(cases.filter { $0.door.name == name && $0.isOpen }.compactMap { $0.role?.name })
        }
        #expect(opening("GET /users") == ["administrator", "head", "operator"])
        #expect(opening("POST /users/:account/view") == ["administrator"])
        #expect(opening("GET /audit") == ["administrator", "board-head", "data-protection", "operator"])
        #expect(opening("POST /exports/:export") == ["board-head", "head"])
        let visitors = cases.filter { $0.role == nil && $0.isOpen }
        #expect(visitors.allSatisfy { $0.door.situations.isEmpty })
        let foreign = cases.filter { $0.situation == .others && $0.isOpen }
        #expect(foreign.isEmpty, "nobody opens another's own account")
    }
}
