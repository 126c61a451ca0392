package import Kernel

/// Who somebody is at a provider of identities: the provider's name for itself and its name for the person.
///
/// As OpenID Connect has them, `iss` and `sub`: the pair is never given to another person.
package struct ExternalIdentity: Hashable, Sendable {
    /// The provider.
    package let issuer: String
    /// The person.
    package let subject: String
    /// What the person's groups at the provider propose; nothing of it holds until an administrator agrees.
    package var proposals: [GroupRole] = []

    /// An identity.
    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

/// A provider that proves who somebody is, beside the password.
///
/// ``OpenIDProvider`` is one, where the server is given its settings; another protocol is another type that conforms
/// to this and is given to `makeAccessRoom`. Pages, the link with accounts, throttling, sessions and records are there.
package protocol IdentityProvider: Sendable {
    /// Its name for itself; identities of another issuer are refused.
    var issuer: String { get }
    /// What people call it, as the button says.
    var title: Text { get }
    /// Where the browser is sent to sign in.
    ///
    /// - Parameters:
    ///   - state: comes back with the answer unchanged; it belongs to the browser.
    ///   - back: the address of the page that takes the answer.
    /// - Returns: an address of the provider's.
    /// - Throws: a `Refusal` where the provider cannot be reached.
    func address(state: String, back: String) async throws -> String
    /// Who answers, proved by the values of the address that the browser came back with.
    ///
    /// It throws a `Refusal` where the answer is not the provider's, is for another client, or says no.
    func identity(_ answer: [String: String], back: String) async throws -> ExternalIdentity
}
