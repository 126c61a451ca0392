internal import Crypto

/// The data keys of one tenant.
///
/// The newest one seals, each one opens, the first one makes blind indexes.
struct KeyRing: Sendable {
    private var keys: [Int: SymmetricKey] = [:]

    var isEmpty: Bool { keys.isEmpty }
    var newest: Int { keys.keys.max() ?? 0 }
    var oldest: Int { keys.keys.min() ?? 0 }

    subscript(id: Int) -> SymmetricKey? { keys[id] }

    mutating func add(_ key: SymmetricKey, id: Int) {
        keys[id] = key
    }

    /// Seals with the newest key: a version byte, the number of the key, then nonce, text and tag.
    func seal(_ plain: [UInt8], authenticating place: [UInt8]) throws -> [UInt8] {
        guard let key = keys[newest], let id = UInt32(exactly: newest) else { throw SealingError.unknownKey }
        let box = try AES.GCM.seal(plain, using: key, authenticating: place)
        guard let combined = box.combined else { throw SealingError.malformed }
        return [KeyRing.version] + withUnsafeBytes(of: id.bigEndian) { Array($0) } + combined
    }

    func open(_ sealed: [UInt8], authenticating place: [UInt8]) throws(SealingError) -> [UInt8] {
        guard let key = keys[try KeyRing.keyId(of: sealed)] else { throw .unknownKey }
        guard let box = try? AES.GCM.SealedBox(combined: sealed.dropFirst(KeyRing.header)) else {
            throw .malformed
        }
        guard let plain = try? AES.GCM.open(box, using: key, authenticating: place) else { throw .tampered }
        return Array(plain)
    }

    /// A keyed fingerprint, under a key for this purpose alone.
    func blindIndex(_ text: String, purpose: String) throws(SealingError) -> [UInt8] {
        guard let first = keys[oldest] else { throw .unknownKey }
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: first,
            info: Array("sekme blind index \(purpose)".utf8),
            outputByteCount: 32
        )
        return Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).prefix(16))
    }

    /// The number of the key that sealed a value.
    static func keyId(of sealed: [UInt8]) throws(SealingError) -> Int {
        guard sealed.count > header, sealed[0] == version else { throw .malformed }
        return sealed[1..<header].reduce(0) { $0 << 8 | Int($1) }
    }

    private static let version: UInt8 = 1
    private static let header = 5
}
