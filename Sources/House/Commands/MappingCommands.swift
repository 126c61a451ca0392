import Exchange
import Foundation
import Frame
package import Kernel

/// What `sekme mapping` does: saved ways to read a source, as text that can be kept, sent and changed.
package struct MappingCommands: Sendable {
    private let mappings: Mappings

    /// Commands of a session.
    package init(_ session: CommandSession) {
        mappings = Mappings(session.desk)
    }

    /// All mappings, one a line: name, format, title.
    package func list(_ language: Language) async throws -> String {
        try await mappings.list().map { "\($0.name)\t\($0.format)\t\($0.title[language])" }
            .joined(separator: "\n")
    }

    /// A mapping as JSON.
    package func show(_ name: String) async throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(try await mappings.find(name)), as: UTF8.self)
    }

    /// Saves a mapping from a file as `show` prints it, and returns its name.
    package func save(_ path: String) async throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal(
                .unknown,
                Text(lv: "Fails \(path) nav nolasāms.", en: "The file \(path) cannot be read."),
                advice: Text(lv: "Pārbaudiet ceļu.", en: "Check the path.")
            )
        }
        guard let mapping = try? JSONDecoder().decode(Mapping.self, from: data) else {
            throw Refusal(
                .invalid,
                Text(lv: "Fails \(path) nav kartējums.", en: "The file \(path) is not a mapping."),
                advice: Text(
                    lv: "Paraugu izdrukā „sekme mapping show NOSAUKUMS”.",
                    en: "“sekme mapping show NAME” prints a model."
                )
            )
        }
        try await mappings.save(mapping)
        return mapping.name
    }

    /// Removes a saved mapping.
    package func remove(_ name: String) async throws {
        try await mappings.remove(name)
    }
}
