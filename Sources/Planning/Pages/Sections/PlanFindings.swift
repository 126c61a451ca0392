internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What contradicts itself in the programme.
struct PlanFindings: Renderable {
    let view: PlanView

    var html: HTML {
        let measures = view.desk.house.measures
        let measured = view.plan.indicators.filter { $0.origin == .measure }
        var findings = PlanCheck(plan: view.plan).findings
        findings += measured.filter { !measures.has($0.measure) }.map(PlanFinding.measure)
        findings += measured.filter { indicator in
            (try? measures.named(indicator.measure)).map { !indicator.unit.fits($0.unit) } ?? false
        }
        .map(PlanFinding.unit)
        guard !findings.isEmpty else { return "" }
        let language = view.language
        let items: [HTML] = findings.map {
            "<li>\($0.words, language) <span class=\"quiet\">\($0.advice, language)</span></li>"
        }
        let noun = Noun(lv: "vieta", "vietas", en: "place", "places").counted(findings.count)
        let words = Text(
            lv: "\(noun.lv), kur dokuments ir nepilnīgs vai pretrunīgs",
            en: "\(noun.en) where the document is incomplete or contradicts itself"
        )
        return "<details><summary>\(words, language)</summary><ul class=\"index\">\(items)</ul></details>"
    }
}
