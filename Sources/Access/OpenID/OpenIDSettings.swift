package import Kernel

/// How this installation is known to a provider of OpenID Connect, and what it proposes of the provider's groups.
package struct OpenIDSettings: Sendable {
    /// The provider's name for itself, as `iss` has it.
    package let issuer: String
    /// What the provider calls this installation.
    package let client: String
    /// What proves it to the provider.
    let secret: Secret
    /// What people call the provider.
    package let title: Text
    /// How browsers reach this installation; nil where the address of a request tells it.
    package let address: ProviderURL?
    /// What is asked for; `openid` is always there.
    package let scope: String
    /// The claim that names the groups of a person.
    package let groupsClaim: String
    /// What is proposed to members of groups.
    package let groups: [GroupRole]

    /// Where the provider tells of itself.
    var discovery: String {
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        return "\(base)/.well-known/openid-configuration"
    }

    /// The address that the browser comes back to; `back` is what the request tells of it.
    func back(_ back: String) -> String {
        guard let address else { return back }
        let base = address.text.hasSuffix("/") ? String(address.text.dropLast()) : address.text
        return "\(base)\(ProviderBack.place)"
    }

    /// What groups of a person propose, each role once in a place.
    func proposals(_ names: [String]) -> [GroupRole] {
        let held = Set(names)
        var taken: Set<[String]> = []
        return groups.filter { one in
            held.contains(one.group) && taken.insert([one.role, one.institution ?? ""]).inserted
        }
    }
}
