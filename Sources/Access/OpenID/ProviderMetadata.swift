internal import Foundation
internal import Kernel

/// What a provider tells of itself (OpenID Connect Discovery 1.0).
struct ProviderMetadata: Sendable {
    let authorization: ProviderURL
    let token: ProviderURL
    let keys: ProviderURL
    /// Whether the secret goes into the header; else into the form.
    let takesBasic: Bool

    private struct Document: Decodable {
        let issuer: String
        let authorization: String
        let token: String
        let keys: String
        let methods: [String]?

        enum CodingKeys: String, CodingKey {
            case issuer
            case authorization = "authorization_endpoint"
            case token = "token_endpoint"
            case keys = "jwks_uri"
            case methods = "token_endpoint_auth_methods_supported"
        }
    }

    /// Reads the document of an issuer; another's document is refused.
    init(_ bytes: [UInt8], issuer: String) throws(Refusal) {
        let document = try ProviderDocument.read(Document.self, bytes)
        guard document.issuer == issuer else { throw .badAnswer(.issuer) }
        guard let authorization = ProviderURL(document.authorization),
            let token = ProviderURL(document.token), let keys = ProviderURL(document.keys)
        else { throw .badAnswer(.format) }
        // Where nothing is said the header is meant.
        let methods = document.methods ?? ["client_secret_basic"]
        takesBasic = methods.contains("client_secret_basic")
        guard takesBasic || methods.contains("client_secret_post") else { throw .badAnswer(.method) }
        self.authorization = authorization
        self.token = token
        self.keys = keys
    }
}

/// What the provider gives for a code, or why it gives nothing.
struct TokenAnswer: Decodable, Sendable {
    let token: String?
    let error: String?

    enum CodingKeys: String, CodingKey {
        case token = "id_token"
        case error
    }
}

/// The keys of a provider (RFC 7517).
struct KeySet: Decodable, Sendable {
    let keys: [JSONWebKey]
}

/// JSON of a provider.
enum ProviderDocument {
    /// Reads a document, or refuses it as none of a provider's.
    static func read<Document: Decodable>(_ type: Document.Type, _ bytes: [UInt8]) throws(Refusal) -> Document
    {
        do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch { throw .badAnswer(.format) }
    }
}

/// One text or several, as `aud` and lists of groups come; empty where it is neither.
struct TextList: Decodable, Sendable {
    let texts: [String]

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let one = try? value.decode(String.self) {
            texts = [one]
        } else {
            texts = (try? value.decode([String].self)) ?? []
        }
    }
}
