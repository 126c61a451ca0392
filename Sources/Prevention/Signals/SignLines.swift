internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The signs of risk of this year that hold, with how far people are with each: what the page of signs says in full.
enum SignLines: PupilLines {
    static let title = PupilSignalsView.title

    static func lines(of pupil: PupilID, _ desk: Desk, _ connection: Connection) throws -> [Text] {
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope, desk.asker.may(.readSignals, in: scope, on: desk.today) else { return [] }
        let signals = try SignalStore(tenant: desk.tenant, connection: connection)
            .open(in: SchoolYear(containing: desk.today), of: [pupil])
        guard !signals.isEmpty else { return [] }
        let words = SignalWords(rules: try RiskRules.load(desk.tenant, connection))
        return signals.map { signal in
            let (title, fact) = (words.title(signal), words.fact(signal.rule, signal.shown))
            let state = signal.state.words
            return Text(
                lv: "\(title.lv): \(fact.lv) (\(state.lv))",
                en: "\(title.en): \(fact.en) (\(state.en))"
            )
        }
    }
}
