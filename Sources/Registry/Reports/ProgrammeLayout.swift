import Frame
import Kernel

/// Which columns the form of the self-evaluation report of a school year asks for in its table of programmes.
struct ProgrammeLayout: Sendable {
    /// Where a programme is carried out.
    enum Address: Sendable {
        /// Only where it is not at the institution's own address.
        case whereOther
        /// Not asked for.
        case none
        /// All of them.
        case all
    }

    /// Whether name and code stand in one cell.
    let joinsCode: Bool
    let hasLicence: Bool
    let address: Address

    /// Up to 2022/2023 with licence and differing address, in 2023/2024 without any address, since 2024/2025 with all
    /// addresses and without the licence.
    init(_ year: SchoolYear) {
        joinsCode = year.start >= 2024
        hasLicence = year.start < 2024
        address = year.start < 2023 ? .whereOther : year.start == 2023 ? .none : .all
    }

    /// The columns before those of pupils.
    var columns: [ReportColumn] {
        var columns = [ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)]
        if joinsCode {
            let both = Text(lv: "Programmas nosaukums un kods", en: "Programme and code")
            columns.append(ReportColumn("programme", both, .words))
        } else {
            let name = Text(lv: "Programmas nosaukums", en: "Programme")
            columns.append(ReportColumn("programme", name, .words))
            columns.append(ReportColumn("code", Text(lv: "Kods", en: "Code"), .words))
        }
        if address != .none { columns.append(ReportColumn("address", addressWords, .words, optional: true)) }
        guard hasLicence else { return columns }
        return columns + [
            ReportColumn("licence_no", Text(lv: "Licences Nr.", en: "Licence"), .words, optional: true),
            ReportColumn(
                "licence_day",
                Text(lv: "Licencēšanas datums", en: "Licensed on"),
                .day,
                optional: true
            ),
        ]
    }

    private var addressWords: Text {
        address == .whereOther
            ? Text(lv: "Īstenošanas vietas adrese (ja atšķiras)", en: "Address (where another)")
            : Text(lv: "Īstenošanas vietu adreses", en: "Addresses")
    }

    /// The cells of a programme before those of pupils; `own` are the addresses of its institution.
    func cells(_ programme: LicensedProgramme?, _ names: [ReportCell], own: [String]) -> [ReportCell] {
        func words(_ text: String) -> ReportCell { text.isEmpty ? .blank : .words(Text(same: text)) }
        var cells = names
        if joinsCode {
            cells = Array(names.prefix(1))
            if let programme {
                cells.append(
                    words([programme.name, programme.code].filter { !$0.isEmpty }.joined(separator: ", "))
                )
            } else {
                cells.append(names[1])
            }
        }
        let known = Set(own.map { LatvianKey.search($0) })
        let places = programme?.addresses ?? []
        switch address {
        case .none: break
        case .all: cells.append(words(DatedTexts.joined(places)))
        case .whereOther:
            cells.append(words(DatedTexts.joined(places.filter { !known.contains(LatvianKey.search($0)) })))
        }
        guard hasLicence else { return cells }
        return cells + [words(programme?.licence ?? ""), programme?.day.map { .day($0) } ?? .blank]
    }
}
