import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// What else is found, and where it leads.
struct SearchPageTests {
    @Test(arguments: Engine.available)
    func `subjects, reports and pages are found in either language, as far as they would open`(
        engine: Engine
    ) async throws {
        try await SearchWorld.run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO subject (tenant_id, id, name, search_key, version)
                    VALUES (\(Worlds.tenant), 900, 'Ķīmija', \(LatvianKey.search("Ķīmija")), 1)
                    """
                )
            }
            let reader = world.desk([.readFigures])
            #expect(try await SearchWorld.found("kimija", reader, persons: false) == ["subject Ķīmija"])
            #expect(try await SearchWorld.found("movement", reader) == ["report Izglītojamo kustība"])
            #expect(try await SearchWorld.found("kustib izgl", reader) == ["report Izglītojamo kustība"])
            #expect(try await SearchWorld.found("klasifik", reader) == [])
            let keeper = world.desk([.readFigures, .administer])
            #expect(try await SearchWorld.found("klasifik", keeper) == ["page Klasifikatori"])
            #expect(try await SearchWorld.found("kimija", world.desk([.administer])) == [])
            let page = try await world.get(
                SearchPage(),
                query: ["q": "kustiba"],
                desk: reader,
                language: .en
            )
            #expect(page.text.contains("/reports/registry/movement"))
            #expect(page.text.contains("Movement of pupils"))
        }
    }

    @Test(arguments: Engine.available)
    func `who teaches within reach leads to the page of own figures`(engine: Engine) async throws {
        try await SearchWorld.run(engine) { world in
            let desk = world.desk(SearchWorld.everything)
            let before = try await world.post(SearchAction(), [:], ["query": "zane"], desk: desk)
            #expect(before.text.contains("Bērza Zane") && !before.text.contains("/teachers/"))
            try await world.database.data.write { connection in
                try connection.execute(
                    "INSERT INTO subject (tenant_id, id, name, version) VALUES (\(Worlds.tenant), 900, 'Fizika', 1)"
                )
                try connection.execute(
                    """
                    INSERT INTO teaching (tenant_id, id, year, institution_id, subject_id, staff_id, version)
                    VALUES (\(Worlds.tenant), 1, 2025, 2, 900, 1, 1)
                    """
                )
            }
            let after = try await world.post(SearchAction(), [:], ["query": "zane"], desk: desk)
            #expect(after.text.contains("/teachers/1"))
            // She has a post in the first school and teaches in the second only.
            let head = world.desk(SearchWorld.everything, in: [Scope(institution: SearchWorld.first)])
            let there = try await world.post(SearchAction(), [:], ["query": "zane"], desk: head)
            #expect(there.text.contains("Bērza Zane") && !there.text.contains("/teachers/"))
        }
    }

    @Test func `the page asks by POST for persons, and says whom it showed`() async throws {
        try await SearchWorld.run(.sqlite) { world in
            let desk = world.desk(SearchWorld.everything)
            let page = try await world.get(SearchPage(), query: ["q": "berz"], desk: desk)
            #expect(page.text.contains("/institutions/2") && !page.text.contains("/pupils/"))
            #expect(page.persons.isEmpty && page.text.contains("name=\"query\""))
            let answer = try await world.post(SearchAction(), [:], ["query": "berz"], desk: desk)
            #expect(answer.text.contains("/pupils/1") && answer.persons.sorted() == [1, 3])
            #expect(answer.text.contains("Ķeguma 2. vidusskola, 10.a"))
            let nothing = try await world.post(SearchAction(), [:], ["query": "zzz"], desk: desk)
            #expect(nothing.text.contains("Nekas nav atrasts"))
            #expect(
                try await world.post(SearchAction(), [:], ["query": "b"], desk: desk).text.contains("Par maz")
            )
            #expect(!(try await world.get(SearchPage(), desk: desk)).text.contains("Nekas"))
        }
    }
}
