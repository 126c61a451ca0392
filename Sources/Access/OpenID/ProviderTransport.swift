/// What carries questions to a provider of identities, and its answers back.
///
/// It follows no redirects and gives the body of an answer whatever its status: a provider says in it what is wrong.
/// It throws a `Refusal` where there is no answer.
package protocol ProviderTransport: Sendable {
    /// What stands at an address.
    func get(_ url: ProviderURL) async throws -> [UInt8]
    /// What an address answers to a form.
    ///
    /// - Parameters:
    ///   - url: the address.
    ///   - form: names and values, encoded as `application/x-www-form-urlencoded`.
    ///   - authorization: the value of the header of that name, or nil.
    /// - Returns: the body of the answer.
    /// - Throws: a `Refusal` where there is no answer.
    func post(_ url: ProviderURL, form: String, authorization: String?) async throws -> [UInt8]
}
