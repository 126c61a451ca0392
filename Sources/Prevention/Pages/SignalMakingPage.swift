internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// How a sign of a pupil was made: the rule as it was, every reading with its threshold, and what people did.
struct SignalMakingPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil/signals/:signal"
    let permission = Permission.readSignals
    let scope = PageScope.pupil

    static let title = Text(lv: "Kā pazīme radās", en: "How this sign was made")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let id = try request.number("signal")
        let data = try await desk.database.data.read { try PupilSignals.load(pupil, desk, $0) }
        guard let data, let signal = data.signals.first(where: { $0.id == id }) else {
            throw Refusal.noSuchPage
        }
        let view = SignalMakingView(data: data, signal: signal, language: request.language)
        let way = "/pupils/\(pupil.rawValue)/signals"
        var content = PageContent(
            SignalMakingPage.title + Text(same: ": ") + view.name,
            view.html,
            crumbs: [
                PageContent.Crumb(SignalsPage.title, "/signals"),
                PageContent.Crumb(Text(same: data.name), way),
            ],
            persons: [pupil]
        )
        let isOld = signal.known < ShownPast(on: desk.today).since
        content.record = ShownPast(isWhole: isOld, on: desk.today).record(of: path)
        return .page(content)
    }
}
