import SekmeTesting
import Storage
import Testing

/// Logs tell errors without values.
struct FaultWordsTests {
    private struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    @Test func `of an error that is not the database's the type alone is told`() {
        let words = FaultWords.of(Unreadable(description: "Zane Paraugs, 329999-20001"))
        #expect(words.hasSuffix("Unreadable"))
        #expect(!words.contains("Zane") && !words.contains("329999"))
    }

    @Test(arguments: Engine.available)
    func `of the database's error the query is told, and no value`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let words = await told(database)
            #expect(words?.contains("no_such_table") == true)
            #expect(words?.contains("329999") == false)
        }
    }

    private func told(_ database: Database) async -> String? {
        do {
            _ = try await database.data.read { connection in
                try connection.value("SELECT id FROM no_such_table WHERE code = \("329999-20001")", Int.self)
            }
            return nil
        } catch {
            return FaultWords.of(error)
        }
    }
}
