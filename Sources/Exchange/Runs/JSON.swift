import FoundationEssentials

/// Values as JSON with keys in order, so that the same value gives the same bytes.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try bytes(value), as: UTF8.self)
    }

    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    static func value<T: Decodable>(_ bytes: [UInt8], _ type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(T.self, from: Data(bytes))
    }

    static func value<T: Decodable>(_ text: String, _ type: T.Type = T.self) throws -> T {
        try value(Array(text.utf8))
    }
}
