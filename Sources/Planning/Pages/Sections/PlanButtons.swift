internal import Pages

/// Small buttons under a section; nothing where there are none.
struct PlanButtons: Renderable {
    let buttons: [HTML]

    init(_ buttons: [HTML?]) {
        self.buttons = buttons.compactMap { $0 }
    }

    var html: HTML { buttons.isEmpty ? "" : "<div class=\"buttons\">\(buttons)</div>" }
}
