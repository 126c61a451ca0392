/// An institution of the board, by its number from 0.
package struct BoardInstitution: Hashable, Sendable {
    /// Its number from 0.
    package let number: Int
    /// Its kind.
    package let kind: SchoolKind
    /// Its name.
    package let name: String
    /// Pupils enrolled at a time.
    package let quota: Int

    /// The institutions of a plan, one by one.
    package static func all(_ plan: BoardPlan) -> some Sequence<BoardInstitution> {
        (0..<plan.institutions).lazy.map { BoardInstitution($0, plan) }
    }

    /// The institution with a number.
    package init(_ number: Int, _ plan: BoardPlan) {
        self.number = number
        let form = BoardInstitution.forms[number % 8]
        kind = form.kind
        name = number < 8 ? "\(form.place) \(form.kind.suffix)" : BoardInstitution.name(number, form.kind)
        let whole = BoardInstitution.weight(upTo: plan.institutions)
        let before = plan.pupils * BoardInstitution.weight(upTo: number) / whole
        quota = plan.pupils * BoardInstitution.weight(upTo: number + 1) / whole - before
    }

    /// The registration number: of a range that the state's register does not use.
    package var registrationNumber: String { "99" + padded(number + 1, 8) }

    /// The address.
    package var address: String {
        "\(BoardInstitution.streets[number % 8]) iela \(number / 8 * 2 + number % 8 + 1), Jauntilta, LV-9999"
    }

    /// The town that it shares pupils with.
    package var town: Int { number / 8 }

    /// Whether its journals of February and March of the last full year never came.
    package var lacksMonths: Bool { number == 3 }

    /// Whether its second classes of basic education learned by the programme of a minority.
    var hasMinority: Bool { number % 8 == 5 }

    /// The education programmes that it has a licence for.
    var programmes: [ProgrammeKind] { kind.programmes + (hasMinority ? [.minority] : []) }

    /// How its mean mark differs from that of its kind.
    var attainment: Double {
        [0.15, 0.0, -0.05, -0.45, 0.0, 0.3, 0.1, -0.2][number % 8] + kind.attainment
    }

    /// How its mean mark moves from year to year.
    var trend: Double { [0.1, 0.0, -0.1, -0.1, 0.08, 0.12, 0.08, 0.04][number % 8] }

    /// How often pupils miss lessons without a reason, beside the board's usual.
    var truancy: Double {
        switch kind {
        case .evening: 2.2
        case .secondary: number % 8 == 3 ? 1.5 : 1
        case .gymnasium: 0.4
        case .basic, .primary: 0.6
        }
    }

    private static let forms: [(place: String, kind: SchoolKind, size: Int)] = [
        ("Ābeļu", .basic, 412), ("Birzes", .primary, 298), ("Ceriņu", .secondary, 731),
        ("Dzirnavu", .secondary, 688), ("Ezera", .evening, 143), ("Gāršas", .basic, 376),
        ("Jauntiltas", .gymnasium, 534), ("Ķiršu", .secondary, 330),
    ]

    private static let streets = [
        "Skolas", "Birzes", "Ceriņu", "Dzirnavu", "Ezera", "Gāršas", "Tilta", "Ķiršu",
    ]

    private static let places = [
        "Akmeņgrīvas", "Avotgravas", "Baltstrauta", "Bērzgrīvas", "Cielavkalna", "Čiekurleju", "Dižgravas",
        "Dzērvgravas", "Egļstrauta", "Griezleju", "Irbkrasta", "Kadiķgravas", "Kalnstrauta", "Krastleju",
        "Lazdgravas",
        "Liepgrīvas", "Mežgriezes", "Miglkalna", "Niedrleju", "Ošgravas", "Paegļleju", "Priežgrīvas",
        "Purvstrauta",
        "Rasleju", "Rietgravas", "Rudzleju", "Saulstrauta", "Smilgkalna", "Strautgrīvas", "Sūnleju",
        "Šalkgravas",
        "Tīrumleju", "Upgriezes", "Vējgrīvas", "Vītolstrauta", "Zemeņleju", "Zīlstrauta", "Zvirgzdleju",
        "Ziedgravas",
        "Āpšgravas", "Ūdrstrauta", "Žagatleju",
    ]

    private static func name(_ number: Int, _ kind: SchoolKind) -> String {
        let place = number / 8 - 1
        let round = place / places.count + 1
        let ordinal = round > 1 || number % 8 == 3 || number % 8 == 7 || number % 8 == 5
        let same = [3: 2, 7: 3, 5: 2][number % 8] ?? 1
        let which = ordinal ? "\((round - 1) * 3 + same). " : ""
        return "\(places[place % places.count]) \(which)\(kind.suffix)"
    }

    private static func weight(upTo number: Int) -> Int {
        let round = forms.reduce(0) { $0 + $1.size }
        return number / 8 * round + forms.prefix(number % 8).reduce(0) { $0 + $1.size }
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
