internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The numbers of a rule that can be tried.
///
/// What is tried goes in the address, as a search does: it changes nothing and can be sent to a colleague.
struct TrialFields {
    let form: TrialForm
    let year: SchoolYear
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let record = form.record
        let comparisons = [
            Option(
                RiskRule.Comparison.more.rawValue,
                text("vairāk par slieksni (>)", "more than the threshold (>)")
            ),
            Option(
                RiskRule.Comparison.atLeast.rawValue,
                text("slieksnis vai vairāk (≥)", "the threshold or more (≥)")
            ),
        ]
        return """
            <p>\(record.words, language)</p>\
            <form class="form pairs" method="get" action="/signals/trial">\
            <input type="hidden" name="rule" value="\(record.name)"><input type="hidden" name="of" value="\(record.name)">\
            <input type="hidden" name="year" value="\(year.description)">\
            \(select("comparison", record.rule.quantity.words.capitalised[language], comparisons))\(numbers)\(own)\
            <div class="buttons"><button type="submit" class="button">\(text("Izmēģināt", "Try"))</button></div></form>
            """
    }

    private var numbers: [HTML] {
        var fields: [(String, String)] = [("threshold", text("Slieksnis", "Threshold"))]
        if form.record.rule.quantity.hasExposure {
            fields.append(("exposure", text("Cik datu vajag", "Least data")))
        }
        if form.record.rule.quantity.hasMark {
            fields.append(("mark", text("Vērtējuma robeža, balles", "Bound of marks, points")))
        }
        fields += [
            ("from-grade", text("No klases", "From grade")), ("to-grade", text("Līdz klasei", "To grade")),
            ("programme", text("Programmas koda sākums", "Beginning of the programme's code")),
        ]
        return fields.map { input($0, $1) }
    }

    /// The threshold of one institution, beside those that have their own already.
    private var own: [HTML] {
        guard !form.schools.isEmpty else { return [] }
        let set = form.record.rule.overrides ?? [:]
        let schools = form.schools.map { school in
            let known = set[school.number].map {
                " (\(text("savs slieksnis", "its own threshold"))\u{a0}\($0))"
            }
            return Option(school.number, school.name[language] + (known ?? ""))
        }
        return [
            select(
                "school",
                text("Iestāde ar savu slieksni", "Institution with a threshold of its own"),
                [Option("", text("Nav", "None"))] + schools
            ),
            input("own", text("Iestādes slieksnis", "Threshold of the institution")),
        ]
    }

    private func input(_ name: String, _ label: String) -> HTML {
        """
        <div class="field"><label for="trial-\(name)">\(label)</label>\(error(name))\
        <input class="input w-short" id="trial-\(name)" name="\(name)" inputmode="numeric" value="\(form.texts[name] ?? "")"></div>
        """
    }

    private func select(_ name: String, _ label: String, _ options: [Option]) -> HTML {
        let items: [HTML] = options.map { option in
            let isChosen = form.texts[name] == option.value
            return "<option value=\"\(option.value)\"\(" selected", if: isChosen)>\(option.label)</option>"
        }
        return """
            <div class="field"><label for="trial-\(name)">\(label)</label>\(error(name))\
            <select class="input" id="trial-\(name)" name="\(name)">\(items)</select></div>
            """
    }

    private func error(_ name: String) -> HTML? {
        form.errors[name].map { "<p class=\"wrong\" id=\"trial-\(name)-error\">\($0, language)</p>" }
    }
}
