import Frame
import Kernel
import Pages

/// Begins the reading, as a job that goes on when the page is closed.
struct ColumnsAction: Page {
    let method = PageMethod.post
    let path = "/imports/columns"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let ticket = try ImportTicket { request.field($0) }
        let look = try await FileLook.open(ticket.request, desk)
        guard let format = look.format else {
            let question = look.question?.inWords(request.language)
            return .page(try await ColumnsPage.content(ticket, look, request, desk, error: question))
        }
        // What the columns are is seen before anything is read.
        if KindForm.isAnswered(request) { return .redirect(ticket.address("/imports/columns").text) }
        let answers = ColumnAnswers(request, ticket, look, look.settings(desk))
        func again(_ error: String?) async throws -> PageResponse {
            .page(try await ColumnsPage.content(ticket, look, request, desk, answers, error: error))
        }
        guard look.question == nil else { return try await again(nil) }
        if look.spoiled != nil { return try await again(LettersChoice.undecided[request.language]) }
        guard answers.isGood else { return try await again(answers.error?[request.language]) }
        var order = ticket.request
        order.format = format.name
        order.columns = answers.columns
        order.constants.merge(answers.constants) { _, new in new }
        order.changes = answers.changes
        let name = request.field("save-as")
        if !name.allSatisfy(\.isWhitespace) {
            do {
                order.mapping = try await SavedColumns(desk: desk).save(name, look, answers)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again(refusal.inWords(request.language))
            }
        }
        let job = try await JobQueue(desk).stage(order)
        return .redirect("/imports/jobs/\(job)")
    }
}
