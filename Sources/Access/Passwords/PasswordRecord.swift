internal import Crypto
internal import CryptoExtras
internal import Kernel
internal import Pages

/// How much work a password costs to try (RFC 7914).
package struct ScryptCost: Hashable, Sendable {
    /// The binary logarithm of N, the cost in time and memory.
    package let logN: Int
    /// The size of a block; memory is 128 · N · r bytes.
    package let r: Int
    /// How many times the work is done over.
    package let p: Int

    /// A cost by its parameters.
    package init(logN: Int, r: Int, p: Int) {
        self.logN = logN
        self.r = r
        self.p = p
    }

    /// What new passwords cost: 32 MiB and about a tenth of a second.
    ///
    /// A task may say less for what it calls: tests sign thousands of invented people in. No setting, file or
    /// request reaches it.
    @TaskLocal package static var standard = ScryptCost(logN: 15, r: 8, p: 1)

    /// A number that grows with the work, by which a weaker record is known.
    var work: Int { (1 << logN) * r * p }

    /// Whether the machine is asked for no more than it should give; a record may have been tampered with.
    var isSane: Bool { (1...20).contains(logN) && (1...32).contains(r) && (1...16).contains(p) }

    /// The key that a password and a salt give.
    func key(_ password: [UInt8], salt: [UInt8], count: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: password,
            salt: salt,
            outputByteCount: count,
            rounds: 1 << logN,
            blockSize: r,
            parallelism: p
        )
        return key.withUnsafeBytes { Array($0) }
    }
}

/// What is kept of a password: scrypt's parameters, the salt and the key.
package struct PasswordRecord: Hashable, Sendable, NotRenderable {
    /// What it cost.
    package let cost: ScryptCost
    let salt: [UInt8]
    let key: [UInt8]

    /// Makes the record of a new password with a random salt.
    ///
    /// It takes long: see ``PasswordThread``.
    package init(_ password: String, cost: ScryptCost = .standard) throws {
        self.cost = cost
        salt = SecureBytes.random(16)
        key = try cost.key(PasswordRecord.bytes(password), salt: salt, count: 32)
    }

    /// Reads a record as stored: `$scrypt$ln=15,r=8,p=1$SALT$KEY`; nil where it is none.
    package init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=") }
        guard numbers.map({ $0.first }) == ["ln", "r", "p"] else { return nil }
        let values = numbers.compactMap { $0.count == 2 ? Int($0[1]) : nil }
        guard values.count == 3 else { return nil }
        cost = ScryptCost(logN: values[0], r: values[1], p: values[2])
        guard cost.isSane, let salt = Base64URL.bytes(parts[3]), let key = Base64URL.bytes(parts[4]) else {
            return nil
        }
        self.salt = salt
        self.key = key
        guard key.count >= 16 else { return nil }
    }

    /// The record as it is stored.
    package var text: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$\(Base64URL.text(salt))$\(Base64URL.text(key))"
    }

    /// Whether a password is the one.
    ///
    /// It takes long: see ``PasswordThread``.
    package func matches(_ password: String) throws -> Bool {
        let tried = try cost.key(PasswordRecord.bytes(password), salt: salt, count: key.count)
        return SecureBytes.areEqual(tried, key)
    }

    /// Whether it was made with less work than new ones are.
    package func isWeaker(than cost: ScryptCost) -> Bool { self.cost.work < cost.work }

    /// Does the work of one try and answers nothing: for a login that there is not.
    static func waste(_ password: String, cost: ScryptCost) throws {
        _ = try cost.key(bytes(password), salt: [UInt8](repeating: 0, count: 16), count: 32)
    }

    /// The same letters give the same bytes, whichever keyboard composed them.
    private static func bytes(_ password: String) -> [UInt8] { Array(password.composed.utf8) }
}

extension PasswordRecord: CustomStringConvertible, CustomDebugStringConvertible {
    /// Never the record.
    package var description: String { "••••" }
    /// Never the record.
    package var debugDescription: String { "••••" }
}
