internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// A way to what a signal rests on.
struct SignalWay: Sendable {
    /// The class that it is about; nil where it is about all of the fact.
    var place: Text?
    let address: Address
}

extension PupilSignals {
    /// The ways to what a signal rests on in a year, as far as the reader may go them.
    ///
    /// The figure of the pupil over the year; where the reader may not see every class of it, that of each one they may.
    /// What registers tell is seen in the pupil's enrolments.
    func ways(to signal: RiskSignal, in year: SchoolYear) -> [SignalWay] {
        let record = SignalWords(rules: rules).record(signal.rule, signal.shown)
        guard let quantity = record?.rule.quantity else { return [] }
        switch quantity {
        case .observation: return []
        case .repeating, .schoolChanged:
            guard seesPupil else { return [] }
            return [SignalWay(address: Address("/pupils/\(String(pupil.rawValue))#enrolments"))]
        default: break
        }
        guard let measure = quantity.measure, openYears.contains(year) else { return [] }
        let all = stays[year]?.byPupil[pupil] ?? []
        let seen = all.filter { places[$0] != nil }
        guard !seen.isEmpty else { return [] }
        if seen.count == all.count {
            return [SignalWay(address: address(measure, year, seen, signal.term))]
        }
        return seen.reduce(into: []) { ways, stay in
            let address = address(measure, year, [stay], signal.term)
            // Who left a class and came back was in it twice.
            guard !ways.contains(where: { $0.address == address }) else { return }
            ways.append(SignalWay(place: places[stay], address: address))
        }
    }

    private func address(
        _ measure: String,
        _ year: SchoolYear,
        _ stays: [YearStay],
        _ term: Int
    ) -> Address {
        var address = Address("/figures/" + measure).adding("year", year.description)
        let institutions = Set(stays.map(\.institution))
        let classes = Set(stays.map(\.classGroup))
        if institutions.count == 1, let only = institutions.first {
            address = address.adding("institution", String(only.rawValue))
        }
        if classes.count == 1, let only = classes.first, only.rawValue > 0 {
            address = address.adding("class", String(only.rawValue))
        }
        address = address.adding("pupil", String(pupil.rawValue))
        return term > 0 ? address.adding("term", String(term)) : address
    }
}

extension SignalWay {
    /// A fact with its ways: itself a link where one is about all of it, else with a link for each class behind it.
    static func html(_ fact: String, _ ways: [SignalWay], _ language: Language) -> HTML {
        if let only = ways.first, only.place == nil { return Link(fact, only.address).html }
        guard !ways.isEmpty else { return HTML(text: fact) }
        let links: [HTML] = ways.enumerated().map { number, way in
            "\(number == 0 ? "" : "; ")\(Link(way.place?[language] ?? fact, way.address))"
        }
        return "\(fact) (\(links))"
    }

    /// The same as a cell of a table.
    static func cell(_ fact: String, _ ways: [SignalWay], _ language: Language) -> DataTable.Cell {
        guard ways.contains(where: { $0.place != nil }) else {
            return .words(fact, address: ways.first?.address)
        }
        return .markup(html(fact, ways, language))
    }
}
