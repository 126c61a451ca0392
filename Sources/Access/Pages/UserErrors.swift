internal import Frame
internal import Kernel
internal import Pages

/// What is wrong with the answers about a user or a role, each at the question that it is about.
///
/// The form is longer than a screen: a sentence above it that names no question has to be looked for.
struct UserErrors: Sendable {
    private var byField: [String: Refusal] = [:]
    private var rest: [Refusal] = []

    var isEmpty: Bool { byField.isEmpty && rest.isEmpty }

    /// Notes what is wrong with a question; the first of a question counts.
    mutating func add(_ field: String, _ refusal: Refusal) {
        if byField[field] == nil { byField[field] = refusal }
    }

    /// Notes a refusal of all answers together, at the question that it is about where there is one.
    mutating func add(_ refusal: Refusal, role: Role?) {
        guard let field = UserErrors.field(of: refusal, role: role) else { return rest.append(refusal) }
        add(field, refusal)
    }

    /// What is asked of a role in the asker's own words; nil where an answer is refused, which is noted.
    mutating func role(_ request: PageRequest) -> NewRole? {
        let name = request.field("role")
        if Role.named(name) == nil { add("role", .noRole) }
        let scope = Scope(code: request.field("place"))
        if scope == nil { add("place", .noPlace) }
        let from = read("from") { () throws(Refusal) in try request.day("from") }
        let to = read("to") { () throws(Refusal) in try request.day("to") }
        let body = read("body") { () throws(Refusal) in try CaseBody.typed(request.field("body")) }
        guard isEmpty, let scope, let from, let to, let body else { return nil }
        return NewRole(name, in: scope, from: from, to: to, body: body)
    }

    /// The answer to a question; nil where it is refused, which is noted.
    @discardableResult
    mutating func read<Answer>(_ field: String, _ answer: () throws(Refusal) -> Answer) -> Answer? {
        do {
            return try answer()
        } catch {
            add(field, error)
            return nil
        }
    }

    /// The parts of a form with what is wrong at its questions.
    func shown(at parts: [Form.Part], _ language: Language) -> [Form.Part] {
        parts.map { part in
            guard case .field(var field) = part else { return part }
            field.error = byField[field.name]?.words(language)
            return .field(field)
        }
    }

    /// What a form says above its questions: what is about all of them, or about one that it does not ask.
    func above(_ form: Form) -> [String] {
        let asked = Set(form.fields.map(\.name))
        let unasked = byField.filter { !asked.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
        return (rest + unasked).map { $0.words(form.language) }
    }

    /// All of it in sentences, where it stands apart from its questions.
    func words(_ language: Language) -> String {
        (rest + byField.sorted { $0.key < $1.key }.map(\.value)).map { $0.words(language) }.joined(
            separator: " "
        )
    }

    private static func field(of refusal: Refusal, role: Role?) -> String? {
        var known: [(Refusal, String)] = [
            (.badLogin, "login"), (.loginTaken, "login"), (.noName, "name"), (.endsBeforeStart, "to"),
            (.notInInstitution, "place"),
        ]
        if let role {
            known += [
                (.needsEnd(role), "to"), (.wrongLevel(role), "place"), (.needsBody(role), "body"),
                (.noBody(role), "body"),
            ]
        }
        return known.first { $0.0 == refusal }?.1
    }
}

extension Refusal {
    static let noRole = Refusal(
        .invalid,
        Text(lv: "Nav izvēlēta loma.", en: "No role is chosen."),
        advice: Text(lv: "Izvēlieties vienu no lomām.", en: "Choose one of the roles.")
    )
}
