internal import Crypto
internal import CryptoExtras
internal import Foundation

/// How a token may be signed: by a key of which the provider alone has the secret half.
///
/// There is no case for `none`, nor for `HS256`, whose key a forger could have: the client's secret, or the public key.
enum TokenAlgorithm: String, Sendable {
    case rs256 = "RS256"
    case es256 = "ES256"
}

/// A public key of a provider (RFC 7517, RFC 7518 section 6).
struct JSONWebKey: Decodable, Sendable {
    let kty: String
    let kid: String?
    let use: String?
    let alg: String?
    let n: String?
    let e: String?
    let crv: String?
    let x: String?
    let y: String?

    /// Whether it is a key for an algorithm.
    func fits(_ algorithm: TokenAlgorithm) -> Bool {
        guard use ?? "sig" == "sig", alg ?? algorithm.rawValue == algorithm.rawValue else { return false }
        return switch algorithm {
        case .rs256: kty == "RSA"
        case .es256: kty == "EC" && crv == "P-256"
        }
    }

    /// Whether a signature of bytes was made with its secret half.
    func verifies(_ signature: [UInt8], of bytes: [UInt8], _ algorithm: TokenAlgorithm) -> Bool {
        guard fits(algorithm) else { return false }
        return switch algorithm {
        case .rs256: verifiesRSA(signature, of: bytes)
        case .es256: verifiesP256(signature, of: bytes)
        }
    }

    private func verifiesRSA(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let n = n.flatMap(Base64URL.bytes), let e = e.flatMap(Base64URL.bytes),
            let key = try? _RSA.Signing.PublicKey(n: n, e: e)
        else { return false }
        // RS256 is RSASSA-PKCS1-v1_5 by its definition (RFC 7518 section 3.3): for signatures it is sound.
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        return key.isValidSignature(signature, for: bytes, padding: .insecurePKCS1v1_5)
    }

    private func verifiesP256(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let x = x.flatMap(Base64URL.bytes), let y = y.flatMap(Base64URL.bytes),
            x.count == 32, y.count == 32,
            let key = try? P256.Signing.PublicKey(x963Representation: [4] + x + y),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}
