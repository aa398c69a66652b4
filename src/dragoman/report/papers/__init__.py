"""The papers of an expo: visit report, memo, programme, directory, badges, floor plan, public page; in three languages."""
