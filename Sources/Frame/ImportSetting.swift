package import Kernel

/// What a file may leave unsaid and a person says of all its lines: a constant of mappings, asked in plain words.
package struct ImportSetting: Sendable {
    /// The constant's name, which is also a field's code where a column can say it.
    package let code: String
    /// The question.
    package let title: Text
    /// What helps to answer it.
    package let hint: Text?
    /// How it is answered.
    package let answers: Answers
    /// Whether it is asked at once; others stand behind a line that opens them.
    package let isBasic: Bool
    /// Whether a file cannot be read where nobody says it.
    package let isRequired: Bool
    /// Another constant and the value with which alone the question has a meaning; nil where it always has.
    package var condition: (code: String, value: String)?

    /// How a question is answered.
    package enum Answers: Sendable {
        /// The name of an institution of the register, or of a new one.
        case institution
        /// The name of a subject of the register, or of a new one.
        case subject
        /// A mark scale.
        case scale
        /// A measure of reported figures.
        case measure
        /// A line of text.
        case text
        /// One of a few; the first is what holds where nobody says anything.
        case choice([Answer])
        /// For each meaning the signs or words that a file has for it.
        case signs(ImportSigns)
    }

    /// An answer to choose.
    package struct Answer: Sendable {
        /// What the constant holds; empty for none.
        package let value: String
        /// What people read.
        package let words: Text

        /// An answer.
        package init(_ value: String, _ words: Text) {
            self.value = value
            self.words = words
        }
    }

    /// A question by its constant.
    package init(
        _ code: String,
        _ title: Text,
        _ answers: Answers,
        hint: Text? = nil,
        isBasic: Bool = false,
        isRequired: Bool = false
    ) {
        self.code = code
        self.title = title
        self.answers = answers
        self.hint = hint
        self.isBasic = isBasic
        self.isRequired = isRequired
    }
}

extension ImportSetting {
    /// The institution of all lines.
    package static let institution = ImportSetting(
        "institution",
        Text(lv: "Iestāde", en: "Institution"),
        .institution,
        hint: Text(
            lv: "Sāciet rakstīt nosaukumu un izvēlieties no saraksta.",
            en: "Begin to type the name and choose from the list."
        ),
        isBasic: true
    )
    /// The subject of all lines.
    package static let subject = ImportSetting(
        "subject",
        Text(lv: "Mācību priekšmets", en: "Subject"),
        .subject,
        hint: institution.hint,
        isBasic: true
    )
    /// The class of all lines.
    package static let classGroup = ImportSetting(
        "class",
        Text(lv: "Klase", en: "Class"),
        .text,
        hint: Text(lv: "Piemēram, 7.a", en: "For example 7.a"),
        isBasic: true
    )
    /// The mark scale of all lines.
    package static let scale = ImportSetting(
        "scale",
        Text(lv: "Vērtējumu skala", en: "Mark scale"),
        .scale,
        isBasic: true
    )
    /// What a blank cell of a lesson means.
    package static let blank = ImportSetting(
        Mapping.blankConstant,
        Text(lv: "Tukša šūna", en: "A blank cell"),
        .choice([
            Answer("", Text(lv: "Nav ziņu", en: "Nothing is known")),
            Answer(
                Mapping.blankPresent,
                Text(lv: "Izglītojamais stundā bija", en: "The pupil was in the lesson")
            ),
        ])
    )

    /// The same question, without an answer to which a file cannot be read.
    package var required: ImportSetting {
        ImportSetting(code, title, answers, hint: hint, isBasic: true, isRequired: true)
    }

    /// Whether it has a meaning beside what a mapping says already.
    package func concerns(_ mapping: Mapping) -> Bool {
        guard let condition, let said = mapping.constants[condition.code] else { return true }
        return said == condition.value
    }

    /// The same question, which has a meaning with one value of another constant alone.
    package func only(_ code: String, _ value: String) -> ImportSetting {
        var setting = self
        setting.condition = (code, value)
        return setting
    }

    /// The same question behind the line that opens more.
    package var folded: ImportSetting { ImportSetting(code, title, answers, hint: hint) }

    /// What is asked of tables with some fields: the institution, class, subject and scale of all lines.
    package static func usual(_ fields: [ImportField]) -> [ImportSetting] {
        [institution, classGroup, subject, scale].filter { setting in
            fields.contains { $0.code == setting.code }
        }
    }
}
