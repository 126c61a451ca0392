package import Kernel
internal import Registry

/// What became of pupils: what the track record of a rule is held against.
package enum RiskOutcome: String, CaseIterable, Sendable {
    /// Left school or repeated the grade in the year after.
    case leftOrRepeated = "left-or-repeated"
    /// Left school and came to no other one of the board.
    case left
    /// Repeated the grade in the year after.
    case repeated
    /// Has an annual mark that is a failure on its scale.
    case annualMark = "annual-mark"

    /// What people call it.
    package var words: Text {
        switch self {
        case .leftOrRepeated:
            Text(lv: "pārtraucis mācības vai palicis uz otru gadu", en: "left or repeated the grade")
        case .left: Text(lv: "pārtraucis mācības", en: "left school")
        case .repeated: Text(lv: "palicis uz otru gadu", en: "repeated the grade")
        case .annualMark: Text(lv: "nepietiekams gada vērtējums", en: "insufficient annual mark")
        }
    }

    /// How it is known.
    var definition: Text {
        switch self {
        case .leftOrRepeated:
            RiskOutcome.left.definition
                + Text(
                    lv: " Palicis uz otru gadu: nākamajā mācību gadā mācās tajā pašā klasē.",
                    en: " Repeated: is in the same grade in the next school year."
                )
        case .left:
            Text(
                lv: """
                    Šajā vai nākamajā mācību gadā atskaitīts ar iemeslu, kas nav iestādes vai dzīvesvietas maiņa un nav \
                    programmas pabeigšana, un vairs nekur pašvaldībā neparādās. Izglītojamie, kuriem iemesls nav \
                    norādīts vai kuri pārcēlušies citur, nav ieskaitīti nekur.
                    """,
                en: """
                    Left in this school year or the next for a reason other than a change of school or residence or a \
                    programme completed, and appears nowhere in the board again. Those without a reason given, and those \
                    who moved elsewhere, count nowhere.
                    """
            )
        case .repeated:
            Text(
                lv: "Nākamajā mācību gadā mācās tajā pašā klasē.",
                en: "Is in the same grade in the next school year."
            )
        case .annualMark:
            Text(
                lv: """
                    Tā paša gada vērtējums vismaz vienā priekšmetā ir zemāks par skalas robežu, ko nosaka prasība \
                    „\(AnnualFailureRule.title.lv)”.
                    """,
                en: """
                    The annual mark of the same year in at least one subject is below the bound of its scale, as the rule \
                    “\(AnnualFailureRule.title.en)” says.
                    """
            )
        }
    }
}
