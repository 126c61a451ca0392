import Frame
import Kernel
import Pages

/// Which of one's own dates are wanted: late ones or those of the next days, of one kind or of all.
struct DueFilter: Equatable {
    /// By when things are due.
    enum When: String, CaseIterable {
        case late
        case week

        var words: Text {
            switch self {
            case .late: Text(lv: "Kas kavējas", en: "What is late")
            case .week: Text(lv: "Nākamās 7 dienas", en: "The next 7 days")
            }
        }
    }

    let when: When?
    let kind: DueKind?

    /// What an address asks for; anything else than a word of ours asks for all.
    init(_ request: PageRequest) {
        when = request.query["when"].flatMap { When(rawValue: $0) }
        kind = request.query["kind"].flatMap { DueKind(rawValue: $0) }
    }

    /// The address of the page that shows what is late of a kind.
    static func late(of kind: DueKind) -> Address {
        Address("/dates").adding("when", When.late.rawValue).adding("kind", kind.rawValue)
    }

    /// Whether everything is shown.
    var isEmpty: Bool { when == nil && kind == nil }

    /// Whether a date is wanted.
    func takes(_ due: Due, on today: Day) -> Bool {
        let isInTime =
            switch when {
            case nil: true
            case .late: due.day < today
            case .week: due.day >= today && due.day <= today + 7
            }
        return isInTime && (kind == nil || due.kind == kind)
    }

    /// The bar of choices; of kinds those that there are, and the one chosen.
    func bar(of dues: [Due], _ language: Language) -> FilterBar {
        let there = Set(dues.map(\.kind)).union(kind.map { [$0] } ?? [])
        let all = Option("", Text(lv: "Visi", en: "All")[language])
        return FilterBar(
            language,
            action: "/dates",
            choices: [
                FilterBar.Choice(
                    "when",
                    Text(lv: "Termiņš", en: "Date")[language],
                    [all] + When.allCases.map { Option($0.rawValue, $0.words[language]) },
                    chosen: when?.rawValue ?? ""
                ),
                FilterBar.Choice(
                    "kind",
                    Text(lv: "Veids", en: "Kind")[language],
                    [all]
                        + DueKind.allCases.filter { there.contains($0) }
                        .map { Option($0.rawValue, $0.words[language]) },
                    chosen: kind?.rawValue ?? ""
                ),
            ],
            clear: "/dates"
        )
    }
}
