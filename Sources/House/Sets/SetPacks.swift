import Frame
import Kernel
import Pages

/// A set of reports for a kind of meeting that Sekme ships: it fills the form of a new set, which is then changed.
struct SetPack: Sendable {
    /// What an address calls it.
    let code: String
    /// The name that the set gets.
    let title: Text
    /// What whoever prepares such a meeting holds, beside what each report needs.
    let permission: Permission
    /// The reports, in the order of the meeting.
    var reports: [String]
    /// Whether its reports are asked about the present term, where they know of terms: marks of a term come at its end.
    var isOfTerm = false

    /// Every pack, in the order of the page.
    static let all: [SetPack] = [team, council, board]

    /// What a support team goes through: whom signs point to, who is over a limit, and whose turn it is.
    static let team = SetPack(
        code: "team",
        title: Text(lv: "Atbalsta komandas sanāksme", en: "Meeting of the support team"),
        permission: .readSignals,
        reports: [
            "prevention/signals", "attendance/over-limit", "attendance/chronic", "prevention/absence-duty",
            "prevention/caseload", "prevention/open-measures", "prevention/support-plans",
        ],
        isOfTerm: true
    )

    /// What teachers decide on together: marks, levels, who goes on to the next grade, and lessons missed.
    static let council = SetPack(
        code: "council",
        title: Text(lv: "Pedagoģiskās padomes sēde", en: "Meeting of the teachers’ council"),
        permission: .readPupils,
        reports: [
            "attainment/class-averages", "attainment/level-distribution", "attainment/promotion",
            "attainment/marks-and-tests", "attainment/mark-exam-balance", "attendance/statistics",
        ]
    )

    /// What the board goes through with heads: absence, examinations over years, and the programme.
    static let board = SetPack(
        code: "board",
        title: Text(
            lv: "Pārvaldes sanāksme ar iestāžu vadītājiem",
            en: "Meeting of the board with heads of institutions"
        ),
        permission: .readFigures,
        reports: [
            "attendance/statistics", "attendance/over-limit", "attendance/chronic", "assessments/three-years",
            "assessments/thresholds", "planning/activities", "planning/late",
        ]
    )

    /// Those that somebody prepares, each without the reports that are closed to them; one of closed reports alone is none.
    static func offered(_ desk: Desk, of packs: [SetPack] = all) -> [SetPack] {
        packs.compactMap { pack in
            guard !desk.asker.reach(pack.permission, on: desk.today).isEmpty else { return nil }
            var open = pack
            open.reports = pack.reports.filter { desk.mayAsk(ReportRequest($0)) }
            return open.reports.isEmpty ? nil : open
        }
    }
}

extension SetChoices {
    /// The boxes that a pack ticks.
    ///
    /// A report that asks for a class first is printed as a view that somebody saved with the class chosen; without
    /// one it is left out, as its sheet would be empty.
    func codes(of pack: SetPack, _ house: HouseBook) -> [String] {
        pack.reports.compactMap { id in
            if house.report(id)?.report.needs.isEmpty == false {
                return views.first { $0.item.request.report == id }?.code
            }
            return reports.first { $0.item.request.report == id }?.code
        }
    }
}

/// The packs as a form of a new set offers them.
struct SetPackOffer: Renderable {
    let packs: [SetPack]
    let chosen: SetPack?
    let place: SetPackPlace
    let house: HouseBook
    let language: Language

    private static let title = Text(lv: "Sākt ar gatavu komplektu", en: "Begin with a set that is ready")
    private static let hint = Text(
        lv: """
            Izvēloties komplektu, veidlapa tiek aizpildīta; pēc tam to var mainīt. Atskaiti, kurai vispirms jāizvēlas klase, \
            liek komplektā kā saglabātu skatu.
            """,
        en: """
            A set fills the form, which can then be changed. A report that asks for a class first is put in as a saved view.
            """
    )

    var html: HTML {
        guard !packs.isEmpty else { return "" }
        let items: [HTML] = packs.map { pack in
            let link = Link(
                pack.title[language],
                "/sets/new?pack=\(pack.code)",
                isCurrent: pack.code == chosen?.code
            )
            let names = pack.reports.compactMap { house.report($0)?.report.title[language] }
            return "<li>\(link) <span class=\"quiet\">– \(names.joined(separator: "; "))</span></li>"
        }
        let about: HTML? = chosen.flatMap { place.words($0) }.map { "<p>\($0, language)</p>" }
        let list: HTML =
            "<p>\(SetPackOffer.hint, language)</p><ul class=\"index tight\">\(items)</ul>\(about)"
        return Section(SetPackOffer.title[language], list).html
    }
}
