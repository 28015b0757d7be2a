# Templates.
template-field-unknown = There is no field "{ $field }".
    .hint = Perhaps "{ $nearest }" was meant. All fields: "pisar templates fields".
    .explain = A tag names a field that neither the sheets nor the calculations have. Documents of this kind are not made until the tag is mended.
