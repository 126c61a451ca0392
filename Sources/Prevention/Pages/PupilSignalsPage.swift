internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A pupil's signals, for those who work with the pupil.
struct PupilSignalsPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil/signals"
    let permission = Permission.readSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PupilSignalsPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ typed: EditTexts = [:],
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> PageContent {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let past = ShownPast(request, on: desk.today)
        let data = try await desk.database.data.read {
            try PupilSignals.load(pupil, since: past.since, desk, $0)
        }
        guard let data else { throw Refusal.noSuchPage }
        let scope = data.stay?.scope ?? Scope(pupil: pupil)
        let view = PupilSignalsView(
            data: data,
            request: request,
            mayWork: desk.asker.may(.workSignals, in: scope, on: desk.today),
            seesCases: desk.asker.may(.workCases, in: scope, on: desk.today),
            typed: typed,
            errors: errors
        )
        var content = PageContent(
            Text(same: data.name) + Text(lv: ": riska pazīmes", en: ": signs of risk"),
            view.html,
            crumbs: [
                PageContent.Crumb(SignalsPage.title, "/signals"),
                PageContent.Crumb(Text(same: data.name), "/pupils/\(pupil.rawValue)"),
            ],
            persons: [pupil],
            status: errors.isEmpty ? 200 : 422
        )
        content.record = past.record(of: "/pupils/:pupil/signals")
        return content
    }
}

/// Moves a signal to another state, or ends one that was noticed by a person.
struct SignalStateAction: Page {
    let method = PageMethod.post
    let path = "/pupils/:pupil/signals/state/:signal"
    let permission = Permission.workSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (pupil, signal) = (PupilID(rawValue: try request.number("pupil")), try request.number("signal"))
        let version = Int(request.field("version")) ?? 0
        let work = SignalWork(desk: desk)
        do {
            if request.field("state") == "end" {
                try await work.withdraw(signal, of: pupil, version: version)
            } else {
                guard let state = Int(request.field("state")).flatMap({ SignalState(rawValue: $0) }) else {
                    throw Refusal.noSuchPage
                }
                try await work.move(signal, of: pupil, to: state, version: version)
            }
        } catch is Conflict {
            return .redirect(
                "/pupils/\(pupil.rawValue)/signals",
                notice: Text(
                    lv: "Pazīmi tikko mainīja kāds cits; nekas nav saglabāts. Apskatiet to vēlreiz.",
                    en: "Somebody else has just changed the sign; nothing was saved. Look at it again."
                )
            )
        }
        return .redirect(
            "/pupils/\(pupil.rawValue)/signals",
            notice: Text(lv: "Stāvoklis saglabāts.", en: "The state was saved.")
        )
    }
}

/// Sets the level of prevention.
struct SetLevelAction: Page {
    let method = PageMethod.post
    let path = "/pupils/:pupil/signals/level"
    let permission = Permission.workSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let typed = ["level": request.field("level"), "reason": request.field("reason")]
        do {
            var reader = FieldReader(typed)
            let code = reader.choice("level", PreventionLevel.allCases.map { String($0.rawValue) })
            let reason = reader.words("reason")
            try reader.finish()
            guard let level = Int(code).flatMap({ PreventionLevel(rawValue: $0) }) else {
                throw Refusal.noSuchPage
            }
            try await SignalWork(desk: desk).set(level, of: pupil, reason)
        } catch let errors as FieldErrors {
            return .page(try await PupilSignalsPage.content(request, desk, typed, errors))
        }
        return .redirect(
            "/pupils/\(pupil.rawValue)/signals",
            notice: Text(lv: "Līmenis noteikts.", en: "The level was set.")
        )
    }
}

/// Writes down an observation.
struct ObserveAction: Page {
    let method = PageMethod.post
    let path = "/pupils/:pupil/signals/observations"
    let permission = Permission.workSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let typed = ["factor": request.field("factor"), "text": request.field("text")]
        do {
            try await SignalWork(desk: desk)
                .observe(pupil, factor: request.field("factor"), request.field("text"))
        } catch let errors as FieldErrors {
            return .page(try await PupilSignalsPage.content(request, desk, typed, errors))
        }
        return .redirect(
            "/pupils/\(pupil.rawValue)/signals",
            notice: Text(lv: "Novērojums pierakstīts.", en: "The observation was written down.")
        )
    }
}
