internal import Crypto
internal import FoundationEssentials

/// The key that wraps the data keys.
///
/// It lives in a file outside the database.
struct MasterKey: Sendable {
    /// A random name, so that a wrong file is recognised before anything is tried with it.
    let id: String
    let key: SymmetricKey

    /// A new key.
    init() {
        id = hexadecimal((0..<4).map { _ in UInt8.random(in: .min ... .max) })
        key = SymmetricKey(size: .bits256)
    }

    /// Reads the text of a key file; nil where it is none.
    init?(text: [UInt8]) {
        var parts: [String: String] = [:]
        for line in text.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            if words.count == 2 { parts[words[0]] = words[1] }
        }
        guard parts["sekme-key"] == "1", let id = parts["id"], let encoded = parts["key"] else { return nil }
        guard let bytes = Data(base64Encoded: encoded), bytes.count == 32 else { return nil }
        self.id = id
        key = SymmetricKey(data: bytes)
    }

    /// The text of the key file.
    var text: [UInt8] {
        let encoded = key.withUnsafeBytes { Data($0).base64EncodedString() }
        return Array("sekme-key 1\nid \(id)\nkey \(encoded)\n".utf8)
    }

    /// What the database keeps to recognise its key, and from which the key cannot be found.
    var checkValue: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("sekme key check \(id)".utf8), using: key))
    }

    /// A data key, sealed for the database.
    func wrap(_ dataKey: SymmetricKey, tenant: Int, id: Int) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            dataKey.withUnsafeBytes { Array($0) },
            using: key,
            authenticating: MasterKey.place(tenant, id)
        )
        guard let combined = box.combined else { throw SealingError.malformed }
        return Array(combined)
    }

    /// A data key from the database.
    func unwrap(_ wrapped: [UInt8], tenant: Int, id: Int) throws(SealingError) -> SymmetricKey {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped) else { throw .malformed }
        guard let bytes = try? AES.GCM.open(box, using: key, authenticating: MasterKey.place(tenant, id))
        else { throw .tampered }
        return SymmetricKey(data: bytes)
    }

    private static func place(_ tenant: Int, _ id: Int) -> [UInt8] {
        Array("sealing_key\u{0}\(tenant)\u{0}\(id)".utf8)
    }
}
