"""The types every room speaks: schema, document, statement, entity, graph, score, decision, fact."""
