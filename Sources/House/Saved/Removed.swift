import Exchange
import Frame
import Kernel
import Pages
import Storage

/// What was removed of what people keep, and can be put back within some days.
enum Removed {
    /// How many days a removed thing can be put back.
    static let days = KeptMapping.days

    /// The moment before which removed things are forgotten.
    static func limit(_ desk: Desk) -> Int { (desk.today - days).start.milliseconds }

    /// What was removed and can be put back still.
    static func condition(_ desk: Desk) -> SQL { "removed_at >= \(limit(desk)) AND removed_at > 0" }

    /// The button that puts a removed thing back.
    static func line(_ name: String, _ restore: Address, _ request: PageRequest) -> HTML {
        let words = Text(lv: "Atjaunot „\(name)”", en: "Put back “\(name)”")
        let button = PostButton(
            words[request.language],
            action: restore,
            csrf: request.formToken,
            look: .small
        )
        return "<li>\(button)</li>"
    }

    /// The list of what can be put back, folded; nothing where there is none.
    static func list(_ lines: [HTML], _ language: Language) -> HTML? {
        guard !lines.isEmpty else { return nil }
        let words = Text(
            lv: "Noņemtie (atjauno \(days) dienu laikā)",
            en: "Removed (can be put back for \(days) days)"
        )
        return """
            <details class="screen-only"><summary>\(words, language)</summary>\
            <ul class="index tight">\(lines)</ul></details>
            """
    }
}
