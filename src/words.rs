//! Every text for people, in English and Welsh, by a typed key.
