import Frame
import Kernel
import Pages
import Storage

/// What stands under a report: save it, be told of new figures.
enum KeepingForms {
    static func load(
        _ asked: ReportRequest,
        _ answer: AnsweredReport,
        _ request: PageRequest,
        _ desk: Desk
    ) async throws -> HTML {
        let offer = try await desk.database.data.read {
            try SharingOffer.load(desk, about: answer.selection.institution, $0)
        }
        let save = SaveViewForm(asked: asked, offer: offer, request: request)
        let subscribe = SubscribeForm(
            asked: asked,
            refused: SubscriptionRule.refusal(asked),
            showsPersons: !answer.persons.isEmpty,
            isOfRights: !SubscriptionRule.isOfFigures(asked, desk.house),
            ways: SubscriptionRule.ways(asked, desk.house, .configured),
            request: request
        )
        return "\(save.folded)\(subscribe.folded)"
    }
}
