/// Why a text is no personal code; never holds the text.
public enum PersonalCodeFault: String, Error, Hashable, CaseIterable, Sendable {
    /// Nothing but blanks.
    case empty = "personalCode.empty"
    /// Not eleven digits in a form that is read.
    case notACode = "personalCode.invalid"
    /// The first six digits are no day, and the code is not of the new kind.
    case impossibleDay = "personalCode.impossibleDay"

    /// The stable code that counts and filters go by.
    public var code: String { rawValue }

    /// What is wrong, without the value.
    public var message: Text {
        switch self {
        case .empty: Text(lv: "Personas kods nav norādīts.", en: "There is no personal code.")
        case .notACode: Text(lv: "Vērtība nav personas kods.", en: "The value is not a personal code.")
        case .impossibleDay:
            Text(
                lv: "Kalendārā nav tāda dzimšanas datuma, kāds norādīts personas kodā.",
                en: "The birthday in the personal code is not in the calendar."
            )
        }
    }

    /// What to do about it.
    public var advice: Text {
        switch self {
        case .empty: Text(lv: "Ierakstiet personas kodu.", en: "Enter the personal code.")
        case .notACode, .impossibleDay:
            Text(
                lv: "Salīdziniet kodu ar dokumentu; kodu veido seši cipari, defise un pieci cipari.",
                en: "Compare the code with the document: it is six digits, a hyphen and five digits."
            )
        }
    }
}

extension Problem {
    /// A personal code in a file that cannot be read.
    public init(_ fault: PersonalCodeFault, at place: Place? = nil, value: String = "") {
        self.init(fault.code, at: place, value: value, fault.message, advice: fault.advice)
    }
}
