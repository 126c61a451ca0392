/// A kind of institution of the board.
package enum SchoolKind: Int, CaseIterable, Sendable {
    /// State gymnasium, grades 7 to 12.
    case gymnasium
    /// Secondary school, grades 1 to 12.
    case secondary
    /// Basic school, grades 1 to 9.
    case basic
    /// Primary school, grades 1 to 6.
    case primary
    /// Evening secondary school, grades 8 to 12.
    case evening

    /// The grades taught.
    package var grades: ClosedRange<Int> {
        switch self {
        case .gymnasium: 7...12
        case .secondary: 1...12
        case .basic: 1...9
        case .primary: 1...6
        case .evening: 8...12
        }
    }

    /// The words after the name of the place.
    package var suffix: String {
        switch self {
        case .gymnasium: "valsts ģimnāzija"
        case .secondary: "vidusskola"
        case .basic: "pamatskola"
        case .primary: "sākumskola"
        case .evening: "vakara vidusskola"
        }
    }

    /// The type as the state's register words it.
    package var type: String {
        switch self {
        case .gymnasium: "valsts ģimnāzija"
        case .secondary: "vidusskola"
        case .basic: "pamatskola"
        case .primary: "sākumskola"
        case .evening: "vakara (maiņu) vidusskola"
        }
    }

    /// How a grade's size compares with the others of the institution.
    func weight(_ grade: Int) -> Double {
        switch self {
        case .gymnasium: grade < 10 ? 0.9 : 1.1
        case .secondary: grade < 10 ? 1 : 0.6
        case .basic, .primary: 1
        case .evening: grade < 10 ? 0.4 : 1.2
        }
    }

    /// How its mean mark differs from the board's.
    var attainment: Double {
        switch self {
        case .gymnasium: 1.0
        case .evening: -0.9
        case .secondary, .basic, .primary: 0
        }
    }

    /// The education programmes it has, the ordinary ones of basic and secondary education first.
    var programmes: [ProgrammeKind] {
        switch self {
        case .gymnasium: [.basic, .secondary]
        case .secondary: [.basic, .special, .secondary]
        case .basic: [.basic, .special]
        case .primary: [.firstStage, .firstStageSpecial]
        case .evening: [.basic, .extramural]
        }
    }
}

/// An education programme of the state's classifier.
package enum ProgrammeKind: String, CaseIterable, Sendable {
    /// Basic education.
    case basic = "21011111"
    /// Special basic education for pupils with learning difficulties.
    case special = "21015611"
    /// The first stage of basic education.
    case firstStage = "11011111"
    /// The first stage of special basic education for pupils with learning difficulties.
    case firstStageSpecial = "11015611"
    /// General secondary education.
    case secondary = "31016011"
    /// General secondary education, extramural.
    case extramural = "31016013"
    /// Basic education of a minority, until its teaching in the state's language was complete.
    case minority = "21011121"

    /// The name as licences have it.
    package var name: String {
        switch self {
        case .basic: "Pamatizglītības programma"
        case .special: "Speciālās pamatizglītības programma izglītojamajiem ar mācīšanās traucējumiem"
        case .firstStage: "Pamatizglītības pirmā posma (1.–6. klase) programma"
        case .firstStageSpecial:
            "Speciālās pamatizglītības pirmā posma (1.–6. klase) programma izglītojamajiem ar mācīšanās traucējumiem"
        case .secondary: "Vispārējās vidējās izglītības programma"
        case .extramural: "Vispārējās vidējās izglītības programma (neklātiene)"
        case .minority: "Pamatizglītības mazākumtautību izglītības programma"
        }
    }

    /// Whether it is a special programme.
    package var isSpecial: Bool { self == .special || self == .firstStageSpecial }

    /// Whether it is of secondary education.
    package var isSecondary: Bool { self == .secondary || self == .extramural }
}
