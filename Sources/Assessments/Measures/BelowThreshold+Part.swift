internal import Frame
internal import Kernel
internal import Storage

extension BelowThreshold {
    /// Which number it is.
    enum Part: String, CaseIterable {
        /// Those below, of all.
        case share = "below-threshold"
        /// How many lie below.
        case below = "results-below-threshold"
        /// How many do not.
        case above = "results-from-threshold"
    }
}

extension BelowThreshold.Part {
    /// The name of its measure.
    var measure: String { "assessments/\(rawValue)" }

    var title: Text {
        switch self {
        case .share: Text(lv: "Rezultāti zem sliekšņa", en: "Results below the threshold")
        case .below: Text(lv: "Rezultātu skaits zem sliekšņa", en: "Number of results below the threshold")
        case .above:
            Text(
                lv: "Slieksni sasniegušo rezultātu skaits",
                en: "Number of results that reach the threshold"
            )
        }
    }

    var definition: Text {
        switch self {
        case .share:
            Text(
                lv: """
                    Centralizēto eksāmenu rezultāti, kas zemāki par gadam noteikto slieksni, no visiem ieskaitītajiem šo \
                    eksāmenu rezultātiem. Slieksni 9. un 12. klasei katram gadam nosaka prasību saraksts.
                    """,
                en: """
                    Results of central examinations below the threshold of their year, of all that count. The list of rules \
                    has the thresholds of grades 9 and 12 for each year.
                    """
            )
        case .below:
            Text(
                lv: "Cik centralizēto eksāmenu rezultātu ir zemāki par gadam noteikto slieksni.",
                en: "How many results of central examinations are below the threshold of their year."
            )
        case .above:
            Text(
                lv: "Cik centralizēto eksāmenu rezultātu nav zemāki par gadam noteikto slieksni.",
                en: "How many results of central examinations are not below the threshold of their year."
            )
        }
    }

    /// Whose result counts under a condition of being below.
    func person(_ isBelow: SQL) -> SQL {
        switch self {
        case .share: "pupil_id"
        case .below: "CASE WHEN \(isBelow) THEN pupil_id END"
        case .above: "CASE WHEN \(isBelow) THEN NULL ELSE pupil_id END"
        }
    }

    func tally(_ below: Int, of all: Int, _ people: Int) -> Tally {
        switch self {
        case .share: Tally(below, over: all, people: people)
        case .below: Tally(below, people: people)
        case .above: Tally(all - below, people: people)
        }
    }

    /// What one result adds to the two parts of the number.
    func counts(isBelow: Bool) -> (Int, Int) {
        switch self {
        case .share: (isBelow ? 1 : 0, 1)
        case .below: isBelow ? (1, 1) : (0, 0)
        case .above: isBelow ? (0, 0) : (1, 1)
        }
    }
}
