internal import Kernel
internal import Pages

/// What was taken out of the programme, for those who may put it back.
struct PlanRemoved: Renderable {
    let rows: [RemovedRow]
    let language: Language

    var html: HTML {
        guard !rows.isEmpty else { return "" }
        let items: [HTML] = rows.map { "<li>\(Link($0.words[language], Address($0.address)))</li>" }
        let noun = Noun(lv: "noņemta rinda", "noņemtas rindas", en: "row taken out", "rows taken out")
        return """
            <details><summary>\(noun.counted(rows.count), language)</summary><ul class="index">\(items)</ul></details>
            """
    }
}
