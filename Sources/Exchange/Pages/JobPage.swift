import Frame
import Kernel
import Pages

/// How far a job has come; when it is done, the page of its outcome.
struct JobPage: Page {
    let method = PageMethod.get
    let path = "/imports/jobs/:job"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let job = try await JobQueue(desk).find(try request.number("job"))
        switch job.state {
        case .waiting, .running: return .page(progress(job, request.language))
        case .failed: return .page(failure(job, request.language))
        case .done: return try await outcome(job, desk)
        }
    }

    private func outcome(_ job: Job, _ desk: Desk) async throws -> PageResponse {
        switch job.kind {
        case .stage: return .redirect("/imports/plans/\(job.subject)")
        case .undo:
            return .redirect(
                "/imports/batches/\(job.subject)",
                notice: Text(lv: "Imports ir atsaukts.", en: "The import is undone.")
            )
        case .apply:
            let staged = try await Importer(desk).find(ImportID(rawValue: job.subject))
            guard staged.batch.rawValue > 0 else {
                return .redirect(
                    "/imports",
                    notice: Text(lv: "Nebija ko mainīt.", en: "There was nothing to change.")
                )
            }
            return .redirect(
                "/imports/batches/\(staged.batch.rawValue)",
                notice: Text(lv: "Izmaiņas ir saglabātas.", en: "The changes are saved.")
            )
        }
    }

    private func progress(_ job: Job, _ language: Language) -> PageContent {
        let title = heading(job)
        let lines = job.progress?.lines ?? 0
        let bar = Progress(
            id: "job",
            title[language],
            done: job.progress?.doneBytes ?? 0,
            of: job.progress?.allBytes ?? 0,
            words: Noun(lv: "rinda", "rindas", en: "line", "lines").counted(lines)[language],
            more: Text(
                lv: "Varat aizvērt šo lapu: darbs turpināsies.",
                en: "You may close this page: the work goes on."
            )[language],
            poll: Progress.Poll("/imports/jobs/\(job.id)")
        )
        let body: HTML = "\(steps(job, language))\(PageHead(title[language]))\(bar)"
        return PageContent(title, body, crumbs: [ImportPageWords.crumb], refresh: 3)
    }

    private func failure(_ job: Job, _ language: Language) -> PageContent {
        let title = Text(lv: "Neizdevās; nekas nav mainīts", en: "It failed; nothing was changed")
        let notice = Notice(.attention, language, job.message?[language] ?? title[language])
        let again =
            switch job.kind {
            case .stage:
                ButtonLink(Text(lv: "Sākt no jauna", en: "Begin anew")[language], "/imports/new", .second)
            case .apply:
                ButtonLink(
                    Text(lv: "Atpakaļ pie izmaiņām", en: "Back to the changes")[language],
                    "/imports/plans/\(job.subject)",
                    .second
                )
            case .undo:
                ButtonLink(
                    Text(lv: "Atpakaļ pie importa", en: "Back to the import")[language],
                    "/imports/batches/\(job.subject)",
                    .second
                )
            }
        let body: HTML = "\(PageHead(title[language]))\(notice)<p>\(again)</p>"
        return PageContent(title, body, crumbs: [ImportPageWords.crumb], status: 422)
    }

    private func steps(_ job: Job, _ language: Language) -> Steps? {
        switch job.kind {
        case .stage: ImportPageWords.steps(1, language)
        case .apply: ImportPageWords.steps(2, language)
        case .undo: nil
        }
    }

    private func heading(_ job: Job) -> Text {
        if job.state == .waiting { return Text(lv: "Gaida rindā", en: "Waiting in the queue") }
        return (job.progress?.phase ?? .reading).words
    }
}
