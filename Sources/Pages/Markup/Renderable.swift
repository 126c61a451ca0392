/// Something that has a place on a page: a component with its finished values.
public protocol Renderable: Sendable {
    /// The component as markup.
    var html: HTML { get }
}

/// A value that no page may show: a personal code, a password, a sealed note.
///
/// Interpolating one into ``HTML`` does not compile.
public protocol NotRenderable {}

extension HTML: Renderable {
    /// Itself.
    public var html: HTML { self }
}
