#pragma once
// Filled by the codec: field lists with numeric ids that are never reused.
