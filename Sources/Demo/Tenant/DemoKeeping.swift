internal import Frame
internal import Kernel
internal import Registry

/// Times of keeping as a board would enter them: examples, longer than the demo has years, so that nothing of it ends.
struct DemoKeeping {
    let desk: Desk

    func set() async throws {
        let editor = RuleEditor(desk)
        guard let record = try await editor.records(RetentionRule.regulation).first else { return }
        var texts = try record.texts
        for kind in RetentionKind.allCases { texts[kind.rawValue] = String(DemoKeeping.time(of: kind)) }
        texts["lv"] =
            "Piemēri, kā termiņus ieraksta. Savus termiņus pašvaldība ņem no savas lietu nomenklatūras."
        texts["en"] = "Examples of how times are entered. A board takes its own from its list of files."
        texts["source"] = "Paraugs: termiņi ir izdomāti"
        _ = try await editor.change(
            RetentionRule.regulation,
            from: record.rule.from,
            version: record.version,
            texts
        )
    }

    /// Years; days of what is counted in days.
    private static func time(of kind: RetentionKind) -> Int {
        switch kind {
        case .schooling, .cases, .minutes, .staff: 10
        case .observations, .signals, .behaviour, .consultations, .duty: 7
        case .requests, .accounts: 5
        case .undo: 365
        }
    }
}
