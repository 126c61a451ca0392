import FoundationEssentials
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The form on which referrals are written, in the version of a day.
struct ReferralForm: Sendable {
    /// The first day of the version.
    let from: Day
    /// Its further questions, in their order.
    let questions: [ReferralFormRule.Question]

    /// A question with what was written; it keeps its words, so that a form reads as it was signed.
    struct Answer: Codable, Hashable, Sendable {
        let lv: String
        let en: String
        let text: String

        var words: Text { Text(lv: lv, en: en) }
    }

    /// What was written on a form.
    struct Filled: Sendable {
        /// The first day of the version it was written on.
        let from: Day
        /// The questions that were answered.
        let answers: [Answer]
    }

    /// The form of a day; one without further questions where none is in force.
    static func load(_ desk: Desk, _ connection: Connection) throws -> ReferralForm {
        let rules = try Regulations.load(desk.tenant, connection)
        let found = try rules.parameters(of: ReferralFormRule.self, on: desk.today)
        let from = rules.named(ReferralFormRule.regulation, on: desk.today)?.from
        return ReferralForm(from: from ?? Day(number: 0), questions: found?.questions ?? [])
    }

    /// The name of the field of a question.
    static func field(_ index: Int) -> String { "question-\(index + 1)" }

    /// The name of the field that says on which version somebody writes.
    static let version = "form"

    /// The version in a field: another one once a question was changed.
    var fingerprint: String {
        let words = questions.map { "\($0.needed)\($0.lv)" }
        return ([String(from.number)] + words).joined(separator: "|")
    }

    /// The questions as fields.
    func parts(
        _ language: Language,
        typed: (String) -> String?,
        error: (String) -> String?
    ) -> [Form.Part] {
        let fields = questions.enumerated().map { index, question in
            let name = ReferralForm.field(index)
            return Form.Part.field(
                Field(
                    name,
                    question.words[language],
                    .area(value: typed(name) ?? "", rows: 2),
                    error: error(name),
                    isOptional: !question.isNeeded
                )
            )
        }
        return fields + [.hidden(name: ReferralForm.version, value: fingerprint)]
    }

    /// What was written, for the questions of this version, with what is wrong.
    ///
    /// Where the form was changed meanwhile nothing is taken: the answers might be of other questions.
    func errors(_ answers: ReferralWork.Answers) -> FieldErrors {
        if let version = answers.version, version != fingerprint {
            return FieldErrors("reason", .formChanged)
        }
        var errors = FieldErrors()
        for (index, question) in questions.enumerated() where question.isNeeded {
            if answers.text(index).isEmpty { errors.add(ReferralForm.field(index), .missingAnswer) }
        }
        return errors
    }

    /// Keeps what was written on a referral's form.
    func keep(_ answers: ReferralWork.Answers, of id: Int, _ desk: Desk, _ connection: Connection) throws {
        let all = questions.enumerated().map { index, question in
            Answer(lv: question.lv, en: question.en, text: answers.text(index))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(all.filter { !$0.text.isEmpty }), as: UTF8.self)
        let sealed = try CaseWork.seal(text, "referral_form", "answers_sealed", id, desk, connection)
        try connection.execute(
            """
            INSERT INTO referral_form (tenant_id, referral_id, from_day, answers_sealed)
            VALUES (\(desk.tenant), \(id), \(from), \(sealed))
            """
        )
    }

    /// What was written on the form of a referral, for whoever holds the key to it; nil where it has none.
    static func filled(
        _ key: ReferralKey,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Filled? {
        let row = try connection.rows(
            """
            SELECT from_day, answers_sealed FROM referral_form
            WHERE tenant_id = \(tenant) AND referral_id = \(key.referral)
            """,
            Day.self,
            [UInt8].self
        )
        .first
        guard let (from, sealed) = row else { return nil }
        let place = SealedPlace.row("referral_form", "answers_sealed", tenant, key.referral)
        let text = ReferralText(sealed, tenant, at: place, of: key.referral)
        guard let opened = try text.opened(key, connection) else { return nil }
        return Filled(from: from, answers: try JSONDecoder().decode([Answer].self, from: Data(opened.utf8)))
    }
}

extension ReferralWork {
    /// What was written on the further questions of a form.
    struct Answers: Sendable {
        /// The version that was shown; nil where nobody was shown one.
        var version: String?
        /// In the order of the questions.
        var texts: [String] = []

        func text(_ index: Int) -> String { texts.indices.contains(index) ? texts[index] : "" }

        /// What was typed, as far as there are fields.
        static func read(_ request: PageRequest) -> Answers {
            var answers = Answers(version: request.form[ReferralForm.version]?.last)
            while request.form[ReferralForm.field(answers.texts.count)] != nil {
                answers.texts.append(request.field(ReferralForm.field(answers.texts.count)).trimmed)
            }
            return answers
        }
    }
}

extension Text {
    fileprivate static let formChanged = Text(
        lv: "Veidlapas jautājumi tikko mainīti; nekas nav nosūtīts. Pārskatiet atbildes un nosūtiet vēlreiz.",
        en:
            "The questions of the form have just changed; nothing was sent. Look at the answers and send again."
    )
}
