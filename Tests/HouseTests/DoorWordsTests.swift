import Access
import Frame
import Kernel
import Testing

@testable import House

/// Doors are told in words, and words are of doors.
struct DoorWordsTests {
    @Test func `every page and command is told in words`() {
        for page in sekme.allPages {
            let words = DoorWords.words(page, sekme)
            #expect(words != Text(same: page.path), "\(Door(page).name)")
        }
        for command in sekme.commands {
            #expect(DoorWords.words(command) != Text(same: command.name), "\(command.name)")
        }
    }

    @Test func `no words stand for a page or command that is not there`() {
        let doors = Set(sekme.allPages.map { Door($0).name })
        let paths = Set(sekme.allPages.map(\.path))
        // These come with a provider of identities, which a house need not have.
        let provider = ["GET /sign-in/provider", "GET /sign-in/provider/back"]
        #expect(DoorWords.pages.keys.filter { !doors.contains($0) }.sorted() == provider)
        #expect(DoorWords.rows.keys.filter { !paths.contains($0) }.sorted() == [])
        #expect(Set(DoorWords.commands.keys) == Set(sekme.commands.map(\.name)))
    }

    @Test func `what the navigation calls a page is not said a second time`() {
        let told = Set(sekme.allNavigation.map { "GET \($0.path)" })
        #expect(DoorWords.pages.keys.filter { told.contains($0) }.sorted() == [])
    }

    @Test func `pages of a kind of row say what they do to it`() throws {
        func words(_ method: PageMethod, _ path: String) throws -> Text {
            let page = try #require(sekme.allPages.first { $0.method == method && $0.path == path })
            return DoorWords.words(page, sekme)
        }
        #expect(try words(.get, "/terms/:year/:term").lv == "Semestra datumi: veidlapa")
        #expect(try words(.post, "/terms/:year/:term").en == "Days of a term: save")
        #expect(try words(.post, "/planning/goals/:part/edit/remove").lv == "Programmas mērķis: izņemt")
        #expect(try words(.get, "/institutions").en == "Institutions")
        #expect(try words(.get, "/pupils/:pupil").lv == "Izglītojamā lapa")
    }
}
