package import Frame
import Kernel
import Pages
import Storage

/// The page of a row: its form and its history.
package struct EditPage<Row: EditedRow>: Page {
    package let method = PageMethod.get
    package var path: String { Row.path }
    package var permission: Permission { Row.permission }
    package var scope: PageScope { Row.scope }

    /// A page of the kind of row.
    package init() {}

    package func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let state = try await Row(request, desk).load()
        return .page(EditView(state: state, request: request).content())
    }
}

/// Saves a row; answers that cannot be kept come back with what is wrong, and a conflict shows both sides.
package struct EditAction<Row: EditedRow>: Page {
    package let method = PageMethod.post
    package var path: String { Row.path }
    package var permission: Permission { Row.permission }
    package var scope: PageScope { Row.scope }

    /// A page of the kind of row.
    package init() {}

    package func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let row = try Row(request, desk)
        let typed = EditConflict.answers(request)
        do {
            let saved = try await row.save(typed, version: Int(request.field("version")) ?? 0)
            return .redirect(saved.address, notice: saved.notice)
        } catch let errors as FieldErrors {
            let state = try await row.load()
            return .page(EditView(state: state, request: request).content(typed, errors))
        } catch is Conflict {
            return .page(try await EditConflict.page(row, typed, request))
        } catch let refusal as Refusal where refusal.kind == .unknown && !typed.isEmpty {
            return .page(EditConflict.gone(typed, request))
        }
    }
}

/// Puts back what a row held before one of its changes.
package struct RestoreAction<Row: EditedRow>: Page {
    package let method = PageMethod.post
    package var path: String { "\(Row.path)/restore" }
    package var permission: Permission { Row.permission }
    package var scope: PageScope { Row.scope }

    /// A page of the kind of row.
    package init() {}

    package func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let row = try Row(request, desk)
        guard let change = Int(request.field("change")), let version = Int(request.field("version")) else {
            throw Refusal.noSuchPage
        }
        do {
            try await row.restore(change: change, version: version)
        } catch let errors as FieldErrors {
            throw errors.refusal
        }
        let state = try await row.load()
        return .redirect(
            state.address,
            notice: Text(lv: "Iepriekšējās vērtības atjaunotas.", en: "The former values are back.")
        )
    }
}

/// The parts of the page of a row.
struct EditView {
    let state: EditedState
    let request: PageRequest

    func content(_ typed: EditTexts? = nil, _ errors: FieldErrors = FieldErrors()) -> PageContent {
        let language = request.language
        let form = EditForm(state: state, request: request, typed: typed, errors: errors)
        let history = EditHistory(state: state, request: request)
        return PageContent(
            state.title,
            """
            \(PageHead(state.title[language], lede: state.lede?[language], actions: state.actions.map(button)))\
            \(state.beside?(language))\(form.html)\(history.html)
            """,
            crumbs: state.crumbs,
            status: errors.isEmpty ? 200 : 422
        )
    }

    private func button(_ act: EditAct) -> HTML {
        Form(
            id: "act",
            request.language,
            action: Address(act.address),
            csrf: request.formToken,
            parts: [.hidden(name: "version", value: String(state.version))],
            buttons: [Button(act.words[request.language], .warning)]
        )
        .html
    }
}
