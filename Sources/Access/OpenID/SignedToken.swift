internal import Kernel

/// A signed token in three parts (RFC 7515, compact): nothing of it holds before its signature is checked.
struct SignedToken: Sendable {
    let algorithm: TokenAlgorithm
    /// The name of the key; nil where the token names none.
    let kid: String?
    private let payload: [UInt8]
    private let signed: [UInt8]
    private let signature: [UInt8]

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        /// Extensions that must be understood: none is.
        let crit: TextList?
    }

    /// Takes a token apart; refuses one that is signed in no way that proves anything.
    init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let header = Base64URL.bytes(parts[0]),
            let payload = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2])
        else { throw .badAnswer(.format) }
        let read = try ProviderDocument.read(Header.self, header)
        guard read.crit == nil, let algorithm = TokenAlgorithm(rawValue: read.alg) else {
            throw .badAnswer(.algorithm)
        }
        self.algorithm = algorithm
        self.payload = payload
        self.signature = signature
        kid = read.kid
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// The only key of a set that the token can be signed with; nil where there is none, or the token leaves it open.
    func key(of keys: [JSONWebKey]) -> JSONWebKey? {
        let fitting = keys.filter { $0.fits(algorithm) && (kid == nil || $0.kid == kid) }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// What the token says, once it is proved to be signed with a key.
    func payload(signedWith key: JSONWebKey) throws(Refusal) -> [UInt8] {
        guard key.verifies(signature, of: signed, algorithm) else { throw .badAnswer(.signature) }
        return payload
    }
}
