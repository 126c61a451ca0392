import Frame
import Kernel
import Pages
import Registry

/// Pupils who need whoever works with them: over the limit of unexcused absence, and with insufficient marks.
enum PupilNeeds {
    static func find(_ focus: HomeFocus, _ figures: PageFigures) throws -> [Matter] {
        try [overLimit(focus, figures), insufficient(focus, figures)].compactMap { $0 }
    }

    private static func overLimit(_ focus: HomeFocus, _ figures: PageFigures) throws -> Matter? {
        let found = try figures.one("attendance/over-limit", focus.selection)
        guard let figure = found, !figure.isHidden, let count = figure.tally?.numerator, count > 0 else {
            return nil
        }
        var matter = Matter(
            count,
            Noun(
                lv: """
                    izglītojamais \(focus.place.lv) bez attaisnojoša iemesla kavējis vairāk stundu, nekā semestrī pieļauj \
                    noteikumi
                    """,
                """
                izglītojamie \(focus.place.lv) bez attaisnojoša iemesla kavējuši vairāk stundu, nekā semestrī pieļauj \
                noteikumi
                """,
                en:
                    "pupil \(focus.place.en) missed more lessons without excuse than the regulation allows in a term",
                "pupils \(focus.place.en) missed more lessons without excuse than the regulation allows in a term"
            )
        )
        matter.isLate = true
        let report = Address("/reports/attendance/over-limit").adding(
            "year",
            focus.selection.year.description
        )
        let isClass = focus.selection.classGroup != nil
        let list =
            focus.selection.institution.map { report.adding("institution", String($0.rawValue)) } ?? report
        matter.way = (Text(lv: "Atvērt sarakstu", en: "Open the list"), isClass ? focus.address : list)
        return matter
    }

    /// Of a class only: of an institution the number says nothing that anybody could do.
    private static func insufficient(_ focus: HomeFocus, _ figures: PageFigures) throws -> Matter? {
        guard focus.selection.classGroup != nil, focus.knowsPupils else { return nil }
        var selection = focus.selection
        let terms = try figures.line("attainment/levelled", selection, over: .term)
        selection.term = terms[0] == nil ? terms.keys.max() : nil
        let line = try figures.line("attainment/level-insufficient", selection, over: .pupil)
        let count = line.values.count { ($0.tally?.numerator ?? 0) > 0 }
        guard count > 0 else { return nil }
        var matter = Matter(
            count,
            Noun(
                lv: "izglītojamajam \(focus.place.lv) ir nepietiekams vērtējums",
                "izglītojamajiem \(focus.place.lv) ir nepietiekams vērtējums",
                en: "pupil \(focus.place.en) has an insufficient mark",
                "pupils \(focus.place.en) have an insufficient mark"
            )
        )
        matter.more =
            selection.term.map { Text(lv: "\($0). semestrī", en: "in term \($0)") }
            ?? Text(lv: "gada vērtējumos", en: "among year marks")
        matter.way = (Text(lv: "Atvērt klasi", en: "Open the class"), focus.address)
        return matter
    }
}
